package dev.vitrine.collector.store;

/** What became of a batch that was handed to the store. */
public enum Stored {
    /** It was counted. */
    COUNTED,
    /** It was counted before, by its id, and is not counted again. */
    SEEN_BEFORE,
    /** Deletion was asked for under its tracking id: it is not counted, now or later. */
    FORGOTTEN
}
