/**
 * An application that includes two of a library's three experiments beside one of its own, and publishes one catalog.
 * Begin with {@link dev.vitrine.example.app.Reader}.
 */
@NullMarked
package dev.vitrine.example.app;

import org.jspecify.annotations.NullMarked;
