/**
 * Asking the recipient to delete what was sent under a tracking id.
 *
 * <p>Begin with {@link dev.vitrine.internal.deletion.RecipientDeletion}. It is apart from {@link dev.vitrine.Consent}, which
 * every run has, so that only a run that asks loads what the network needs. The ids that remain to be asked for are kept by
 * {@link dev.vitrine.internal.deletion.UnconfirmedDeletions}.
 */
@NullMarked
package dev.vitrine.internal.deletion;

import org.jspecify.annotations.NullMarked;
