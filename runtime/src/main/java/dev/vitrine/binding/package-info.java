/**
 * What generated code binds to: the description of an experiment and of an application, and the writer that turns an
 * event into bytes.
 *
 * <p>Not for use by hand. {@code vitrine:check} reports a caller of this package that was not generated, and the runtime
 * records nothing for a description that is not, atom for atom, in the application's catalog.
 *
 * <p>Begin with {@link dev.vitrine.binding.ExperimentType}, of which the compiler makes a subclass for each experiment,
 * and {@link dev.vitrine.binding.PayloadWriter}, the only serialiser.
 */
@NullMarked
package dev.vitrine.binding;

import org.jspecify.annotations.NullMarked;
