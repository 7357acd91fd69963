/** The smallest whole program: one record, one application, one event. See {@link dev.vitrine.example.minimal.Minimal}. */
@NullMarked
package dev.vitrine.example.minimal;

import org.jspecify.annotations.NullMarked;
