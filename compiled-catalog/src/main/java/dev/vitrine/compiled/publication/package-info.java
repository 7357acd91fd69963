/**
 * The committed copy of a catalog: written by a build goal, read by people, never edited.
 *
 * <p>Begin with {@link dev.vitrine.compiled.publication.PublishedFolder}, which writes it and tells where it differs from
 * what was compiled. A {@link dev.vitrine.compiled.publication.Drift} is one file that does.
 */
@NullMarked
package dev.vitrine.compiled.publication;

import org.jspecify.annotations.NullMarked;
