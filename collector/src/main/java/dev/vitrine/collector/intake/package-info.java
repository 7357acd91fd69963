/**
 * The HTTP server that batches come to.
 *
 * <p>Begin with {@link dev.vitrine.collector.intake.IntakeServer}. {@code Reception} reads a request's body within its limits,
 * and {@code BatchHandler} and {@code DeletionHandler} do what it asks for. What is known of a sender beyond the batch (the
 * address, the headers) is looked at where it must be, and neither kept nor logged.
 */
@NullMarked
package dev.vitrine.collector.intake;

import org.jspecify.annotations.NullMarked;
