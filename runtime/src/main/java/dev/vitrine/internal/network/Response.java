package dev.vitrine.internal.network;

import org.jspecify.annotations.Nullable;

/**
 * What was answered.
 *
 * @param status the status code, from 200 to 599
 * @param retryAfter the value of the header {@code Retry-After} as it came, or null
 * @param body what came of the body, as UTF-8, within the limit of 4 KiB for the whole answer; perhaps cut off
 */
public record Response(int status, @Nullable String retryAfter, String body) {}
