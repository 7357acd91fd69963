/** What strangers can do to a collector. */
package dev.vitrine.collector.intake;
