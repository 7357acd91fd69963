/** OpenTelemetry's logs, behind the interface that the benchmarks measure. */
@NullMarked
package dev.vitrine.benchmarks.opentelemetry;

import org.jspecify.annotations.NullMarked;
