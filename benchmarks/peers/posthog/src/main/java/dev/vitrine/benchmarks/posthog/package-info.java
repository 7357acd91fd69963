/** PostHog's SDK for servers, behind the interface that the benchmarks measure. */
@NullMarked
package dev.vitrine.benchmarks.posthog;

import org.jspecify.annotations.NullMarked;
