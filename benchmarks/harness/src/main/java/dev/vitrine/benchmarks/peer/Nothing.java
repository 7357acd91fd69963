package dev.vitrine.benchmarks.peer;

/** A peer that does nothing: the floor of what is measured. */
public final class Nothing implements Peer {
    @Override
    public void record(String model, Outcome outcome, int attempts) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
