package dev.vitrine.internal.reading;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadField;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.binding.RecordField;
import dev.vitrine.binding.SourcedField;
import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.Utf8Buffer;
import dev.vitrine.internal.settings.JsonValue;
import dev.vitrine.internal.settings.JsonValue.JsonMember;
import dev.vitrine.internal.settings.JsonValue.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of {@code privacy show} about one experiment, with the values that are known only at run time. */
final class ExperimentText {
    private static final int COLUMN = 12;

    private final ApplicationType application;
    private final String today;

    /** Takes today as days since 1970-01-01 (UTC). */
    ExperimentText(ApplicationType application, long today) {
        this.application = application;
        this.today = LocalDate.ofEpochDay(today).toString();
    }

    /** Whether nothing of it is recorded any more. */
    boolean isOver(JsonValue experiment) {
        String expires = CatalogFile.text(experiment, "expires");
        return !expires.isEmpty() && expires.compareTo(today) < 0;
    }

    /** A field whose values are known only at run time, and what they are now. */
    record LiveValues(String field, List<String> values) {}

    /** The fields of an experiment whose values are known only at run time. */
    List<LiveValues> liveValues(JsonValue experiment) {
        ExperimentType<?> type = type(CatalogFile.text(experiment, "id"));
        List<LiveValues> live = new ArrayList<>();
        if (type != null) {
            collect(type.payload().fields(), live);
        }
        return live;
    }

    private static void collect(List<PayloadField> fields, List<LiveValues> live) {
        for (PayloadField field : fields) {
            if (field instanceof SourcedField sourced) {
                live.add(new LiveValues(field.path(), withOther(sourced)));
            } else if (field instanceof RecordField nested) {
                collect(nested.payload().fields(), live);
            }
        }
    }

    private static List<String> withOther(SourcedField sourced) {
        List<String> values = new ArrayList<>(sourced.liveValues());
        values.add("other");
        return values;
    }

    void write(Page page, JsonValue experiment) {
        String id = CatalogFile.text(experiment, "id");
        page.entry(id, COLUMN, "").entry("  question", COLUMN, CatalogFile.text(experiment, "question"));
        if (!CatalogFile.text(experiment, "description").isEmpty()) {
            page.entry("  about", COLUMN, CatalogFile.text(experiment, "description"));
        }
        page.entry("  owner", COLUMN, CatalogFile.text(experiment, "owner"));
        page.entry(
                "  until",
                COLUMN,
                CatalogFile.text(experiment, "expires")
                        + (isOver(experiment) ? ", which is over: nothing of it is recorded any more" : ""));
        if (!CatalogFile.text(experiment, "event").equals(id)) {
            page.entry(
                    "  event", COLUMN, "\"" + CatalogFile.text(experiment, "event") + "\" on the wire and in the log");
        }
        page.entry("  tells", COLUMN, bits(experiment) + apart(experiment));
        ExperimentType<?> type = type(id);
        JsonValue payload = experiment.member("payload");
        if (payload != null) {
            fields(page, "", payload, type == null ? List.of() : type.payload().fields());
        }
        if (type != null) {
            page.entry("  example", COLUMN, "").verbatim("    " + example(type));
        }
    }

    private void fields(Page page, String prefix, JsonValue payload, List<PayloadField> known) {
        if (!(payload.member("properties") instanceof JsonObject properties)) {
            return;
        }
        for (JsonMember member : properties.members()) {
            String path = prefix + member.name();
            page.entry("  field", COLUMN, path + ": " + CatalogFile.text(member.value(), "description"));
            if (member.value().member("properties") != null) {
                fields(page, path + '.', member.value(), nested(known, path));
            } else {
                values(page, member.value(), field(known, path));
            }
        }
    }

    private static String bits(JsonValue experiment) {
        String bits = CatalogFile.text(experiment, "bits");
        return bits.matches("0(\\.0)?") ? "that it happened, and nothing else" : "at most " + bits + " bits";
    }

    /** What the bits do not count. */
    private static String apart(JsonValue experiment) {
        StringBuilder apart = new StringBuilder();
        JsonValue open = experiment.member("bitsApart");
        if (open != null) {
            CatalogFile.list(open, "releaseVersions")
                    .forEach(field -> apart.append(", and a release version (" + field.asText() + ')'));
            CatalogFile.list(open, "pseudonyms")
                    .forEach(
                            field -> apart.append(", and a pseudonym (" + field.asText() + "), under identified only"));
        }
        return apart.toString();
    }

    private static void values(Page page, JsonValue schema, @Nullable PayloadField field) {
        JsonValue items = schema.member("items");
        JsonValue described = items == null ? schema : items;
        List<JsonValue> values = CatalogFile.list(described, "enum");
        List<JsonValue> descriptions = CatalogFile.list(described, "enumDescriptions");
        if (field instanceof SourcedField sourced) {
            page.indented(COLUMN + 2, "now one of: " + String.join(", ", withOther(sourced)));
        } else if (descriptions.size() == values.size() && !values.isEmpty()) {
            page.indented(COLUMN + 2, items == null ? "one of these:" : "any number of these:");
            for (int i = 0; i < values.size(); i++) {
                page.indented(
                        COLUMN + 4,
                        values.get(i).asText() + ": " + descriptions.get(i).asText());
            }
        } else if (!values.isEmpty()) {
            page.indented(COLUMN + 2, "one of: " + join(values));
        } else if (field != null) {
            page.indented(COLUMN + 2, field.allowed().replace("|", ", "));
        }
        if (field != null && field.optional()) {
            page.indented(COLUMN + 2, "or absent");
        }
    }

    private static String join(List<JsonValue> values) {
        return values.stream().map(JsonValue::asText).collect(Collectors.joining(", "));
    }

    private @Nullable ExperimentType<?> type(String id) {
        for (ExperimentType<?> type : application.experiments()) {
            if (type.id().equals(id)) {
                return type;
            }
        }
        return null;
    }

    private static @Nullable PayloadField field(List<PayloadField> fields, String path) {
        for (PayloadField field : fields) {
            if (field.path().equals(path)) {
                return field;
            }
        }
        return null;
    }

    private static List<PayloadField> nested(List<PayloadField> fields, String path) {
        return field(fields, path) instanceof RecordField nested
                ? nested.payload().fields()
                : List.of();
    }

    /** An event's payload as it is sent under identified, its pseudonyms made with the key of the catalog's examples. */
    private static String example(ExperimentType<?> type) {
        Utf8Buffer buffer = new Utf8Buffer(256);
        PseudonymKey key = new PseudonymKey(new byte[PseudonymKey.LEAST_BYTES]);
        type.encodeExample(new PayloadWriter(buffer, () -> key));
        return buffer.toString();
    }
}
