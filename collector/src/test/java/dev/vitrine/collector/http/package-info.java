/** The parts of a server that its users cannot see, but would miss. */
package dev.vitrine.collector.http;
