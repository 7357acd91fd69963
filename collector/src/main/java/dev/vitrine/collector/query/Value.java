package dev.vitrine.collector.query;

/**
 * What an event says in one place of its payload.
 *
 * @param kind whether it says anything
 * @param text what it says, as on the wire; empty if it says nothing
 */
public record Value(Kind kind, String text) implements Comparable<Value> {
    /** The field was left out. */
    public static final Value ABSENT = new Value(Kind.ABSENT, "");

    /** The record around the field was left out. */
    public static final Value RECORD_ABSENT = new Value(Kind.RECORD_ABSENT, "");

    /** There is a pseudonym; which one is never shown. */
    static final Value PRESENT = new Value(Kind.PRESENT, "");

    /** Whether anything is said. */
    public enum Kind {
        /** Something is said. */
        SAID,
        /** Something is said that is not to be shown. */
        PRESENT,
        /** The field was left out. */
        ABSENT,
        /** The record around the field was left out. */
        RECORD_ABSENT
    }

    static Value said(String text) {
        return new Value(Kind.SAID, text);
    }

    @Override
    public int compareTo(Value other) {
        int kinds = kind.compareTo(other.kind);
        return kinds != 0 ? kinds : text.compareTo(other.text);
    }
}
