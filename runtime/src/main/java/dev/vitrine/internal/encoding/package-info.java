/**
 * Bytes: a buffer that is used again, JSON strings, version numbers and pseudonyms. What the payload writer is made of.
 */
@NullMarked
package dev.vitrine.internal.encoding;

import org.jspecify.annotations.NullMarked;
