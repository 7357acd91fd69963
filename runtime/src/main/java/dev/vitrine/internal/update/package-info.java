/**
 * The update check: one side request, and what is made of its answer.
 *
 * <p>Begin with {@link dev.vitrine.internal.update.UpdateRequest}. It is apart from {@link dev.vitrine.UpdateCheck}, which
 * every run has, so that only a run that asks loads what the network needs.
 */
@NullMarked
package dev.vitrine.internal.update;

import org.jspecify.annotations.NullMarked;
