/**
 * Delivery: from a recorded event to the recipient, over a queue, a batch, a file and a socket.
 *
 * <p>Begin with {@link dev.vitrine.internal.delivery.Delivery}, which the application's threads hand their events to. Its
 * one thread runs {@link dev.vitrine.internal.delivery.DeliveryLoop}: what is in the queue is encoded into a batch by
 * {@link dev.vitrine.internal.delivery.Outbox}, the batch is stored in the {@link dev.vitrine.internal.delivery.Spool} ({@link dev.vitrine.internal.delivery.Parcels}),
 * and only then sent by {@link dev.vitrine.internal.delivery.Sender}, which writes to the {@link
 * dev.vitrine.internal.delivery.AuditLog} what it writes to the socket. So nothing has to be saved at exit but what is in
 * the queue. Each event ends in the {@link dev.vitrine.internal.delivery.Ledger}: delivered, or lost for one reason.
 *
 * <p>One thread at a time touches all this, and {@link dev.vitrine.internal.delivery.Custody} says which. At the end of a run
 * {@link dev.vitrine.internal.delivery.Closing} stores what is queued, and takes it out of the hands of a thread that the
 * application's own code holds up.
 *
 * <p>Several processes share one state directory. They hold no locks: a file is claimed by renaming it to a name with
 * the claimer in it ({@link dev.vitrine.internal.delivery.Claimer}), and whoever finds the claim of a process that is gone
 * takes it over.
 */
@NullMarked
package dev.vitrine.internal.delivery;

import org.jspecify.annotations.NullMarked;
