package dev.vitrine.benchmarks.peer;

/** What became of an edit: one of the three values of the event that everybody sends. */
public enum Outcome {
    APPLIED("applied"),
    NO_MATCH("no_match"),
    IO_ERROR("io_error");

    private final String wireName;

    Outcome(String wireName) {
        this.wireName = wireName;
    }

    /** How it is called on the wire. */
    public String wireName() {
        return wireName;
    }
}
