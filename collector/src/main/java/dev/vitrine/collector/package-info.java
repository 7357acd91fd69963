/**
 * The receiving end: one process that takes batches, refuses what the catalog does not list, keeps counts, and answers
 * the catalog's questions.
 *
 * <p>Begin with {@link dev.vitrine.collector.CollectorCommand}, which reads the settings, and {@link
 * dev.vitrine.collector.Collector}, which puts the parts together. A batch goes {@code intake} (HTTP) → {@code validation}
 * (against the catalog) → {@code store} (one transaction) → and from there through {@code query} (which hides what few
 * reporters stand behind) to {@code page}.
 */
@NullMarked
package dev.vitrine.collector;

import org.jspecify.annotations.NullMarked;
