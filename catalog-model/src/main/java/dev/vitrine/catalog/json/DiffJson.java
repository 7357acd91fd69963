package dev.vitrine.catalog.json;

import dev.vitrine.catalog.diff.CatalogDiff;
import dev.vitrine.catalog.diff.Change;
import dev.vitrine.catalog.diff.ChangeClass;
import tools.jackson.core.JsonGenerator;

/** A diff for programs. */
public final class DiffJson {
    private DiffJson() {}

    /** {@code {"application", "counts": {class: number}, "changes": [{"class", "place", "before", "after", "sentence"}]}}. */
    public static byte[] write(CatalogDiff diff) {
        return JsonForm.INDENTED.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("application", diff.application());
            json.writeObjectPropertyStart("counts");
            for (ChangeClass kind : ChangeClass.values()) {
                json.writeNumberProperty(kind.code(), diff.of(kind).size());
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("changes");
            diff.changes().forEach(change -> change(json, change));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void change(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("class", change.kind().code());
        json.writeStringProperty("place", change.place());
        json.writeStringProperty("before", change.before());
        json.writeStringProperty("after", change.after());
        json.writeStringProperty("sentence", change.sentence());
        json.writeEndObject();
    }
}
