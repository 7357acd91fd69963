/**
 * An HTTP server, set up in one place: {@link dev.vitrine.collector.http.HttpServer}.
 */
@NullMarked
package dev.vitrine.collector.http;

import org.jspecify.annotations.NullMarked;
