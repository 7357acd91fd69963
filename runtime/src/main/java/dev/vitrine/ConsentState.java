package dev.vitrine;

/** What is stored of the user's decision. */
public enum ConsentState {
    /** Nothing is stored: as good as off. */
    UNDECIDED,
    /** The user said no, and may be asked again only on request. */
    OFF,
    /** The user said no for ever: nothing but the user's own hand in the settings file changes it. */
    DISABLED,
    /** What is stored cannot be read, understood or trusted: as good as off, and left as it is. */
    UNREADABLE,
    /** The user granted {@link ConsentMode#ANONYMOUS}. */
    ANONYMOUS,
    /** The user granted {@link ConsentMode#IDENTIFIED}. */
    IDENTIFIED
}
