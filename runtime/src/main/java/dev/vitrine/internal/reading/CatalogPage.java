package dev.vitrine.internal.reading;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.SideRequestType;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code privacy show}: the catalog, with the values that are known only at run time as they are now. */
public final class CatalogPage {
    private static final int COLUMN = 12;

    private final ApplicationType application;
    private final CatalogFile catalog;

    private CatalogPage(ApplicationType application, CatalogFile catalog) {
        this.application = application;
        this.catalog = catalog;
    }

    /**
     * Reads the catalog of an application.
     *
     * @throws IOException when it cannot be read; the message can follow "because"
     */
    public static CatalogPage of(ApplicationType application) throws IOException {
        return new CatalogPage(application, CatalogFile.read(application));
    }

    /** Everything that can leave the machine. */
    public String all() {
        Page page = new Page();
        List<JsonValue> experiments = catalog.experiments();
        page.paragraph("What " + application.name() + " can send, and nothing else"
                + (experiments.isEmpty() ? ": nothing." : ":"));
        for (JsonValue experiment : experiments) {
            page.gap();
            experiment(page, experiment);
        }
        page.gap().paragraph("With every batch of events go:");
        for (JsonValue entry : catalog.envelope()) {
            String when =
                    CatalogFile.text(entry, "sent").equals("identified") ? " (with consent \"identified\" only)" : "";
            page.entry(
                    "  " + CatalogFile.text(entry, "name"),
                    COLUMN + 4,
                    CatalogFile.text(entry, "values") + when + ". " + CatalogFile.text(entry, "description"));
        }
        page.gap()
                .paragraph("To " + application.recipient().name() + " (" + application.controller() + "), at "
                        + application.recipient().endpoint() + ", by the protocol "
                        + application.recipient().protocol().name().toLowerCase(Locale.ROOT) + ", kept in "
                        + application.recipient().region() + " for "
                        + application.recipient().retentionDays() + " days. Write to " + application.contact()
                        + "; the privacy policy: " + application.policy());
        for (SideRequestType request : application.sideRequests()) {
            page.gap()
                    .paragraph("Besides, when you ask for it: the " + request.name() + " (" + request.question()
                            + ") is a request to " + request.endpoint()
                            + " that carries the version, the operating system and the processor's architecture; with consent"
                            + " \"identified\" the tracking id, too.");
        }
        return page.toString();
    }

    /** One experiment; null when the catalog has none of this id. */
    public @Nullable String one(String id) {
        JsonValue experiment = catalog.experiment(id);
        if (experiment == null) {
            return null;
        }
        Page page = new Page();
        experiment(page, experiment);
        return page.toString();
    }

    /** The ids of the experiments. */
    public List<String> ids() {
        return catalog.experiments().stream()
                .map(experiment -> CatalogFile.text(experiment, "id"))
                .toList();
    }

    private void experiment(Page page, JsonValue experiment) {
        String id = CatalogFile.text(experiment, "id");
        page.entry(id, COLUMN, "").entry("  question", COLUMN, CatalogFile.text(experiment, "question"));
        if (!CatalogFile.text(experiment, "description").isEmpty()) {
            page.entry("  about", COLUMN, CatalogFile.text(experiment, "description"));
        }
        page.entry("  owner", COLUMN, CatalogFile.text(experiment, "owner"));
        page.entry("  until", COLUMN, CatalogFile.text(experiment, "expires"));
        if (!CatalogFile.text(experiment, "event").equals(id)) {
            page.entry(
                    "  event", COLUMN, "\"" + CatalogFile.text(experiment, "event") + "\" on the wire and in the log");
        }
        page.entry("  tells", COLUMN, "at most " + CatalogFile.text(experiment, "bits") + " bits" + apart(experiment));
        ExperimentType<?> type = type(id);
        JsonValue payload = experiment.member("payload");
        if (payload != null) {
            fields(page, "", payload, type == null ? List.of() : type.payload().fields());
        }
        if (type != null) {
            page.entry("  example", COLUMN, "").verbatim("    " + example(type, true));
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
            page.indented(COLUMN + 2, "now one of: " + String.join(", ", sourced.liveValues()) + ", other");
        } else if (descriptions.size() == values.size() && !values.isEmpty()) {
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i).asText();
                page.indented(COLUMN + 2, value + ": " + descriptions.get(i).asText());
            }
        } else if (field != null) {
            page.indented(COLUMN + 2, field.allowed().replace("|", ", "));
        }
        if (field != null && field.optional()) {
            page.indented(COLUMN + 2, "or absent");
        }
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

    /** An event as it is sent; its pseudonyms are there under identified only, made with the key of the catalog's examples. */
    static String example(ExperimentType<?> type, boolean identified) {
        Utf8Buffer buffer = new Utf8Buffer(256);
        PseudonymKey key = identified ? new PseudonymKey(new byte[PseudonymKey.LEAST_BYTES]) : null;
        type.encodeExample(new PayloadWriter(buffer, () -> key));
        return new String(buffer.toByteArray(), StandardCharsets.UTF_8);
    }
}
