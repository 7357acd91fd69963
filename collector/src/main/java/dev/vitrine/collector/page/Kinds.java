package dev.vitrine.collector.page;

import dev.vitrine.collector.query.Value;

/** How downloads name what a row is. */
final class Kinds {
    private Kinds() {}

    static String of(Value value) {
        return switch (value.kind()) {
            case SAID -> "value";
            case PRESENT -> "present";
            case ABSENT -> "absent";
            case RECORD_ABSENT -> "record absent";
        };
    }
}
