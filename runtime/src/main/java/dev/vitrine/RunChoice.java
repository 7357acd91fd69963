package dev.vitrine;

/** What the user chose for this one run, on the command line. */
public enum RunChoice {
    /** {@code --analytics}: ask, when there is a terminal to ask on. */
    ASK,
    /** {@code --no-analytics}: off. */
    OFF
}
