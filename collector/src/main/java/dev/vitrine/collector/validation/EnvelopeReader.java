package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.Release;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The entries of one batch's envelope, as they come. */
final class EnvelopeReader {
    static final int BATCH_ID_DIGITS = 32;
    private static final Set<String> SYSTEMS = Set.of("linux", "macos", "windows", "other");
    private static final Set<String> PROCESSORS = Set.of("x86_64", "aarch64", "other");

    /** The entries that the protocol has, by their names on the wire. */
    private enum Entry {
        BATCH("batch"),
        APP("app"),
        VERSION("version"),
        OS("os"),
        ARCH("arch"),
        CATALOG("catalog"),
        TRACKING_ID("trackingId"),
        USER_ID("userId");

        private static final Map<String, Entry> BY_NAME = new HashMap<>();

        static {
            for (Entry entry : values()) {
                BY_NAME.put(entry.name, entry);
            }
        }

        private final String name;

        Entry(String name) {
            this.name = name;
        }
    }

    private static final Set<Entry> ALWAYS = EnumSet.complementOf(EnumSet.of(Entry.TRACKING_ID, Entry.USER_ID));

    private final Map<Entry, String> entries = new EnumMap<>(Entry.class);

    /** Reads the entry of this name, of which the parser stands on the value. */
    void read(String name, JsonParser json) throws RefusedException {
        Entry entry = Entry.BY_NAME.get(name);
        if (entry == null || json.currentToken() != JsonToken.VALUE_STRING) {
            throw RefusedException.of(RefusalReason.ENVELOPE);
        }
        String value = json.getString();
        if (!isOfForm(entry, value) || entries.put(entry, value) != null) {
            throw RefusedException.of(RefusalReason.ENVELOPE);
        }
    }

    private static boolean isOfForm(Entry entry, String value) {
        return switch (entry) {
            case BATCH -> TextForms.isHexadecimal(value, BATCH_ID_DIGITS);
            case VERSION -> TextForms.isReleaseVersion(value);
            case OS -> SYSTEMS.contains(value);
            case ARCH -> PROCESSORS.contains(value);
            case TRACKING_ID -> TextForms.isUuid(value);
            case USER_ID -> TextForms.isUserId(value);
            // Compared with what this collector has, below.
            case APP, CATALOG -> true;
        };
    }

    /** Whether every entry is there that must be; those that may be could still come. */
    boolean isWhole() {
        return entries.keySet().containsAll(ALWAYS);
    }

    /** The batch's random id. */
    String batch() throws RefusedException {
        return required(Entry.BATCH);
    }

    String application() throws RefusedException {
        return required(Entry.APP);
    }

    String catalog() throws RefusedException {
        return required(Entry.CATALOG);
    }

    Release release() throws RefusedException {
        return new Release(required(Entry.VERSION), required(Entry.OS), required(Entry.ARCH));
    }

    /** The tracking id, or null. A user id does not come without one. */
    @Nullable
    UUID trackingId() throws RefusedException {
        String id = entries.get(Entry.TRACKING_ID);
        if (id == null && entries.containsKey(Entry.USER_ID)) {
            throw RefusedException.of(RefusalReason.ENVELOPE);
        }
        return id == null ? null : UUID.fromString(id);
    }

    private String required(Entry entry) throws RefusedException {
        String value = entries.get(entry);
        if (value == null) {
            throw RefusedException.of(RefusalReason.ENVELOPE);
        }
        return value;
    }
}
