package dev.vitrine.catalog;

import java.util.List;

/**
 * What travels beside the payloads in each batch: the same for every application, because one runtime writes it.
 *
 * <p>Literal values stand between grave accents. This list is what catalogs say and what consent is asked for; the runtime's real batches are held against it.
 */
public final class Envelope {
    /** {@link EnvelopeEntry#sent} of what goes with every batch. */
    public static final String ALWAYS = "always";

    /** {@link EnvelopeEntry#sent} of what goes under identified consent only. */
    public static final String IDENTIFIED = "identified";

    private static final List<EnvelopeEntry> ENTRIES = List.of(
            new EnvelopeEntry(
                    "batch",
                    ALWAYS,
                    "random, new for every batch",
                    "Lets the receiver count a batch once when it was sent twice."),
            new EnvelopeEntry("app", ALWAYS, "the application's name in this catalog", "Which application sent it."),
            new EnvelopeEntry("version", ALWAYS, "a release version", "Which release of the application sent it."),
            new EnvelopeEntry(
                    "os", ALWAYS, "`linux`, `macos`, `windows` or `other`", "Which operating system it runs on."),
            new EnvelopeEntry("arch", ALWAYS, "`x86_64`, `aarch64` or `other`", "Which kind of processor it runs on."),
            new EnvelopeEntry(
                    "catalog", ALWAYS, "the SHA-256 of this catalog", "Which catalog the events were made under."),
            new EnvelopeEntry(
                    "trackingId",
                    IDENTIFIED,
                    "a random UUID",
                    "Tells events of one installation from those of another. It is made when identified is granted, "
                            + "and deleted when that is taken back."),
            new EnvelopeEntry(
                    "userId",
                    IDENTIFIED,
                    "up to 64 characters that the user typed into `settings.json`, if any",
                    "Lets a user say who they are. Nothing is sent unless the user wrote it."),
            new EnvelopeEntry("event", ALWAYS, "an event's name in this catalog", "Which event it is."),
            new EnvelopeEntry("day", ALWAYS, "a date, in UTC", "The day of the event. The time of day is not sent."));

    private Envelope() {}

    /** The entries, in the order in which they are written. */
    public static List<EnvelopeEntry> entries() {
        return ENTRIES;
    }
}
