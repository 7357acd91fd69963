/** Tests of what those who run the collector are told. */
package dev.vitrine.collector.operations;
