package dev.vitrine;

/** What a user said when asked for consent. */
public enum ConsentAnswer {
    /** Nobody was asked: it was not the time, or not the place. {@link Consent#askIfDue()} says when that is. */
    NOT_ASKED,
    /**
     * The user said "not now", nothing, or something that is not one of the answers. No decision is stored: what was
     * decided before, if anything, stays as it is.
     */
    NOT_NOW,
    /** The user said no. */
    OFF,
    /** The user said yes to {@link ConsentMode#ANONYMOUS}. */
    ANONYMOUS,
    /** The user said yes to {@link ConsentMode#IDENTIFIED}. */
    IDENTIFIED
}
