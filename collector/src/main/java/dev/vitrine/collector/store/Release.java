package dev.vitrine.collector.store;

/**
 * Where events come from.
 *
 * @param version the application's version, a release version
 * @param os {@code linux}, {@code macos}, {@code windows} or {@code other}
 * @param arch {@code x86_64}, {@code aarch64} or {@code other}
 */
public record Release(String version, String os, String arch) {}
