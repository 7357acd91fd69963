package dev.vitrine.collector.validation;

import java.util.Locale;

/** Why an event, or a batch as a whole, is not kept. The names are in answers and counters; they never change meaning. */
public enum RefusalReason {
    /** The batch is not JSON in UTF-8, or is nested too deeply. */
    MALFORMED,
    /** The batch lacks an entry of the envelope, has one twice, has one that is not listed, or with a value it cannot have. */
    ENVELOPE,
    /** The batch is another application's. */
    APPLICATION,
    /** The batch was made under a catalog that this collector does not have. */
    CATALOG,
    /** The batch bears an id, and its catalog does not offer identified consent. */
    NOT_OFFERED,
    /** Deletion was asked for under the batch's tracking id. */
    FORGOTTEN,
    /** What stands beside the payload is not a known event's name, a day and a payload. */
    EVENT,
    /** The event's day is still to come, or so long ago that it would be deleted at once. */
    DAY,
    /** The event's day is after the last day of its experiment. */
    EXPIRED,
    /** The payload has a field that the catalog does not list. */
    UNKNOWN_FIELD,
    /** The payload lacks a field. */
    MISSING_FIELD,
    /** The payload has a field twice. */
    REPEATED_FIELD,
    /** A field has a value of another type than the catalog says. */
    TYPE,
    /** A field has a value that the catalog does not list, or a pseudonym in a batch that bears no id. */
    VALUE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name in answers and counters. */
    public String word() {
        return word;
    }
}
