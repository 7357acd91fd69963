/** A server that is the collector's intake without what the collector does: in its package, to be set up in the same way. */
@NullMarked
package dev.vitrine.collector.intake;

import org.jspecify.annotations.NullMarked;
