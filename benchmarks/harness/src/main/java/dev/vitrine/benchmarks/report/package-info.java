/**
 * What the suites share: who is compared, how a program of ours is run in a JVM of its own, and how the tables are written.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.report.Candidate}.
 */
@NullMarked
package dev.vitrine.benchmarks.report;

import org.jspecify.annotations.NullMarked;
