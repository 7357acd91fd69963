/**
 * Delivery: from a recorded event to the recipient, over a queue, a batch, a file and a socket.
 *
 * <p>Begin with {@link dev.vitrine.internal.delivery.Delivery}, which the application's threads hand their events to. Its
 * one thread runs {@link dev.vitrine.internal.delivery.DeliveryLoop}: what is in the queue is encoded into a batch by
 * {@link dev.vitrine.internal.delivery.Outbox}, the batch is stored in the {@link dev.vitrine.internal.delivery.Spool},
 * and only then sent by {@link dev.vitrine.internal.delivery.Sender}, which writes to the {@link
 * dev.vitrine.internal.delivery.AuditLog} what it writes to the socket. So nothing has to be saved at exit but what is in
 * the queue. Each event ends in the {@link dev.vitrine.internal.delivery.Ledger}: delivered, or lost for one reason.
 *
 * <p>Several processes share one state directory. They hold no locks: a file is claimed by renaming it to a name with
 * the claimer in it ({@link dev.vitrine.internal.delivery.Claimer}), and whoever finds the claim of a process that is gone
 * takes it over.
 */
@NullMarked
package dev.vitrine.internal.delivery;

import org.jspecify.annotations.NullMarked;
