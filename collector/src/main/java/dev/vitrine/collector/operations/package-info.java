/**
 * What those who run a collector need to see of it: health and metrics. On the page's port, so on this machine only.
 */
@NullMarked
package dev.vitrine.collector.operations;

import org.jspecify.annotations.NullMarked;
