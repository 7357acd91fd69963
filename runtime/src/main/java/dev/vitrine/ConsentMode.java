package dev.vitrine;

/** What a user can say yes to. */
public enum ConsentMode {
    /** Events without any identifier: nothing connects two batches of one installation. */
    ANONYMOUS,
    /** Events with a random tracking id, which exists from this decision until its withdrawal. */
    IDENTIFIED
}
