package dev.vitrine.benchmarks.peer;

/**
 * A library that takes events, as an application holds it. What is measured is {@link #record}; everything else belongs to
 * the measuring.
 *
 * <p>{@link #record} is safe for use by several threads.
 */
public interface Peer extends AutoCloseable {
    /** Records one event, as the library's documentation shows it. */
    void record(String model, Outcome outcome, int attempts);

    /** Has what is queued sent soon, where the library can be told so. May return before it is sent. */
    void flush();

    /** Ends, as the library's documentation shows it. */
    @Override
    void close();
}
