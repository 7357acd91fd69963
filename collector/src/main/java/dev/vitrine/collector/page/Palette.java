package dev.vitrine.collector.page;

import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.collector.query.Value;

/** Which colour of the style sheet a value has. The table beside each drawing says the same in words. */
final class Palette {
    static final String HIDDEN = "hidden";
    private static final int COLOURS = 7;

    private final boolean ordered;
    private final int values;

    Palette(FieldType type, int values) {
        this.ordered = type instanceof RangeType || type instanceof BucketsType;
        this.values = values;
    }

    /** The class of the value in this place. */
    String colour(Value value, int place) {
        if (value.kind() == Value.Kind.ABSENT || value.kind() == Value.Kind.RECORD_ABSENT) {
            return "absent";
        } else if (value.text().equals("other")) {
            return "other";
        } else if (ordered) {
            return "step" + (values < 2 ? COLOURS / 2 + 1 : 1 + Math.round((COLOURS - 1f) * place / (values - 1)));
        }
        return place < COLOURS ? "colour" + (place + 1) : "other";
    }
}
