package dev.vitrine.internal.delivery;

import java.util.Locale;

/** Why an event did not reach the recipient. Each event that was lost is counted under exactly one of these. */
public enum LossReason {
    /** More events at once than the queue holds. */
    QUEUE_FULL("there were more at once than the queue holds"),
    /** A null where the declaration allows none, or the record's own code threw. */
    INVALID("they were not valid"),
    /** The experiment's last day is over. */
    EXPIRED("their experiment has expired"),
    /** The decision under which it was recorded is no longer in force. */
    WITHDRAWN("consent was withdrawn or changed"),
    /** The recipient answered that it will not have it. */
    REFUSED("the recipient refused them"),
    /** It was the oldest when the spool was full. */
    SPOOL_FULL("there was no room left in the spool"),
    /** It waited for 21 days. */
    TOO_OLD("they waited for longer than 21 days"),
    /** It could not be stored, or not be written to the audit log. */
    DISK_ERROR("they could not be stored"),
    /** Its file was damaged. */
    DAMAGED("their file was damaged"),
    /** It was only written to the user's own log file, as asked. */
    ONLY_LOGGED("they were only written to the log file, as asked"),
    /** It came after the end. */
    AFTER_CLOSE("they came after the analytics had been closed"),
    /** Code of the application's, a record's or a list's of names, was still running when the run ended. */
    HELD_UP("the application's own code held them up until its end"),
    /** Something went wrong inside Vitrine. */
    FAULT("of an internal error");

    private final String because;

    LossReason(String because) {
        this.because = because;
    }

    /** The reason in words that follow "because". */
    public String because() {
        return because;
    }

    /** The name under which it is stored: in lower case, with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
