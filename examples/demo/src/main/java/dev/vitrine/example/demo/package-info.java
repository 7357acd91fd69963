/**
 * What {@code ./demo} plays: sessions of the agent against the collector, with a relay in
 * between that keeps what passes; each is checked as it is printed.
 *
 * <p>Begin with {@link dev.vitrine.example.demo.Demo}.
 */
@NullMarked
package dev.vitrine.example.demo;

import org.jspecify.annotations.NullMarked;
