package dev.vitrine.catalog;

import java.util.List;

/**
 * What travels beside the payloads in each batch: the same for every application that speaks one protocol, because one
 * runtime writes it. An entry has the name that it has on the wire.
 *
 * <p>Literal values stand between grave accents. This list is what catalogs say and what consent is asked for; the runtime's real batches are held against it.
 */
public final class Envelope {
    /** {@link EnvelopeEntry#sent} of what goes with every batch. */
    public static final String ALWAYS = "always";

    /** {@link EnvelopeEntry#sent} of what goes under identified consent only. */
    public static final String IDENTIFIED = "identified";

    private static final String RELEASE_VERSION = "a release version";
    private static final String RELEASE = "Which release of the application sent it.";
    private static final String SYSTEM = "Which operating system it runs on.";
    private static final String PROCESSOR = "Which kind of processor it runs on.";
    private static final String APPLICATION_NAME = "the application's name in this catalog";
    private static final String APPLICATION = "Which application sent it.";
    private static final String DIGEST = "the SHA-256 of this catalog";
    private static final String CATALOG = "Which catalog the events were made under.";
    private static final String EVENT_NAME = "an event's name in this catalog";
    private static final String EVENT = "Which event it is.";
    private static final String RANDOM_UUID = "a random UUID, new for every event";
    private static final String COUNTED_ONCE = "Lets the receiver count an event once when it was sent twice.";
    private static final String TRACKING_ID = "the tracking id: a random UUID";
    private static final String DATE = "a date, in UTC, as its midnight";
    private static final String DAY = "The day of the event. The time of day is not sent.";
    private static final String TYPED = "up to 64 characters that the user typed into `settings.json`, if any";
    private static final String WHO = "Lets a user say who they are. Nothing is sent unless the user wrote it.";

    private static final List<EnvelopeEntry> VITRINE = List.of(
            new EnvelopeEntry(
                    "batch",
                    ALWAYS,
                    "random, new for every batch",
                    "Lets the receiver count a batch once when it was sent twice."),
            new EnvelopeEntry("app", ALWAYS, APPLICATION_NAME, APPLICATION),
            new EnvelopeEntry("version", ALWAYS, RELEASE_VERSION, RELEASE),
            new EnvelopeEntry("os", ALWAYS, "`linux`, `macos`, `windows` or `other`", SYSTEM),
            new EnvelopeEntry("arch", ALWAYS, "`x86_64`, `aarch64` or `other`", PROCESSOR),
            new EnvelopeEntry("catalog", ALWAYS, DIGEST, CATALOG),
            new EnvelopeEntry(
                    "trackingId",
                    IDENTIFIED,
                    "a random UUID",
                    "Tells events of one installation from those of another. It is made when identified is granted, "
                            + "and deleted when that is taken back."),
            new EnvelopeEntry("userId", IDENTIFIED, TYPED, WHO),
            new EnvelopeEntry("event", ALWAYS, EVENT_NAME, EVENT),
            new EnvelopeEntry("day", ALWAYS, "a date, in UTC", DAY));

    private static final List<EnvelopeEntry> POSTHOG = List.of(
            new EnvelopeEntry(
                    "api_key",
                    ALWAYS,
                    "the public key at the end of the recipient's address in this catalog",
                    "Which project of the recipient's the events belong to. It is the same for everybody."),
            new EnvelopeEntry("event", ALWAYS, EVENT_NAME, EVENT),
            new EnvelopeEntry("uuid", ALWAYS, RANDOM_UUID, COUNTED_ONCE),
            new EnvelopeEntry(
                    "distinct_id",
                    ALWAYS,
                    "random, new for every batch; under `identified`, " + TRACKING_ID,
                    "PostHog takes no event without one. The tracking id tells events of one installation from those of "
                            + "another. It is made when identified is granted, and deleted when that is taken back."),
            new EnvelopeEntry("timestamp", ALWAYS, DATE, DAY),
            new EnvelopeEntry(
                    "$process_person_profile",
                    ALWAYS,
                    "`false`; under `identified`, `true`",
                    "Whether PostHog keeps a profile, which is what it deletes by: none for anonymous events."),
            new EnvelopeEntry(
                    "$geoip_disable", ALWAYS, "`true`", "Has PostHog not look up where the network address is."),
            new EnvelopeEntry(
                    "$ip", ALWAYS, "`0.0.0.0`", "Stands where PostHog would put the network address of the sender."),
            new EnvelopeEntry("vitrine.app", ALWAYS, APPLICATION_NAME, APPLICATION),
            new EnvelopeEntry("vitrine.version", ALWAYS, RELEASE_VERSION, RELEASE),
            new EnvelopeEntry("vitrine.os", ALWAYS, "`linux`, `macos`, `windows` or `other`", SYSTEM),
            new EnvelopeEntry("vitrine.arch", ALWAYS, "`x86_64`, `aarch64` or `other`", PROCESSOR),
            new EnvelopeEntry("vitrine.catalog", ALWAYS, DIGEST, CATALOG),
            new EnvelopeEntry("vitrine.userId", IDENTIFIED, TYPED, WHO));

    private static final List<EnvelopeEntry> OTLP = List.of(
            new EnvelopeEntry("service.name", ALWAYS, APPLICATION_NAME, APPLICATION),
            new EnvelopeEntry("service.version", ALWAYS, RELEASE_VERSION, RELEASE),
            new EnvelopeEntry("os.type", ALWAYS, "`linux`, `darwin`, `windows` or `other`", SYSTEM),
            new EnvelopeEntry("host.arch", ALWAYS, "`amd64`, `arm64` or `other`", PROCESSOR),
            new EnvelopeEntry("vitrine.catalog", ALWAYS, DIGEST, CATALOG),
            new EnvelopeEntry(
                    "app.installation.id",
                    IDENTIFIED,
                    TRACKING_ID,
                    "Tells events of one installation from those of another. It is made when identified is granted, "
                            + "and deleted when that is taken back."),
            new EnvelopeEntry("user.id", IDENTIFIED, TYPED, WHO),
            new EnvelopeEntry("timeUnixNano", ALWAYS, DATE, DAY),
            new EnvelopeEntry("eventName", ALWAYS, EVENT_NAME, EVENT),
            new EnvelopeEntry("log.record.uid", ALWAYS, RANDOM_UUID, COUNTED_ONCE));

    private Envelope() {}

    /** The entries of Vitrine's own protocol, in the order in which they are written. */
    public static List<EnvelopeEntry> entries() {
        return VITRINE;
    }

    /** Whether the entry can tell one user from another, under identified consent. */
    public static boolean tellsUsersApart(EnvelopeEntry entry) {
        return entry.sent().equals(IDENTIFIED) || entry.values().endsWith(TRACKING_ID);
    }

    /**
     * The entries of a protocol.
     *
     * @param protocol what is spoken, as in {@link Recipient#protocol}
     * @throws IllegalArgumentException when there is no such protocol
     */
    public static List<EnvelopeEntry> entries(String protocol) {
        return switch (protocol) {
            case "vitrine" -> VITRINE;
            case "posthog" -> POSTHOG;
            case "otlp" -> OTLP;
            default -> throw new IllegalArgumentException("There is no protocol " + protocol + '.');
        };
    }
}
