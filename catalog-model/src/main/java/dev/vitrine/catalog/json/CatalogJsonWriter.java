package dev.vitrine.catalog.json;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.EnvelopeEntry;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.SideRequest;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a catalog, or one experiment of it (a fragment), as JSON: UTF-8, {@code \n} at the end of every line including
 * the last, indented by two spaces. The same model gives the same bytes everywhere.
 */
public final class CatalogJsonWriter {
    /** What the file names as its JSON Schema, and the {@code $id} of that schema. */
    public static final String SCHEMA = "https://vitrine.dev/schema/catalog-1.json";

    /** What is in force when a user has not decided: the same for every application. */
    public static final String DEFAULT_CONSENT = "off";

    private CatalogJsonWriter() {}

    /** The file {@code catalog.json}. */
    public static byte[] write(Catalog catalog) {
        return JsonForm.INDENTED.write(json -> catalog(json, catalog));
    }

    /** A fragment: the file of one experiment. */
    public static byte[] write(Experiment experiment) {
        return JsonForm.INDENTED.write(json -> ExperimentJson.write(json, experiment));
    }

    private static void catalog(JsonGenerator json, Catalog catalog) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        application(json, catalog.application());
        json.writeArrayPropertyStart("recipients");
        catalog.recipients().forEach(recipient -> recipient(json, recipient));
        json.writeEndArray();
        consent(json, catalog);
        json.writeArrayPropertyStart("envelope");
        catalog.envelope().forEach(entry -> envelopeEntry(json, entry));
        json.writeEndArray();
        json.writeArrayPropertyStart("sideRequests");
        catalog.sideRequests().forEach(request -> sideRequest(json, request));
        json.writeEndArray();
        json.writeArrayPropertyStart("experiments");
        catalog.experiments().forEach(experiment -> ExperimentJson.write(json, experiment));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void application(JsonGenerator json, Application application) {
        json.writeObjectPropertyStart("application");
        json.writeStringProperty("name", application.name());
        json.writeStringProperty("controller", application.controller());
        json.writeStringProperty("contact", application.contact());
        json.writeStringProperty("policy", application.policy());
        json.writeEndObject();
    }

    private static void recipient(JsonGenerator json, Recipient recipient) {
        json.writeStartObject();
        json.writeStringProperty("name", recipient.name());
        json.writeStringProperty("endpoint", recipient.endpoint());
        json.writeStringProperty("region", recipient.region());
        json.writeNumberProperty("retentionDays", recipient.retentionDays());
        json.writeStringProperty("protocol", recipient.protocol());
        json.writeEndObject();
    }

    private static void consent(JsonGenerator json, Catalog catalog) {
        json.writeObjectPropertyStart("consent");
        json.writeStringProperty("default", DEFAULT_CONSENT);
        strings(json, "modes", catalog.consent().modes());
        json.writeStringProperty("environmentVariable", catalog.consent().environmentVariable());
        strings(json, "order", catalog.consent().order(catalog.application().name()));
        json.writeEndObject();
    }

    private static void envelopeEntry(JsonGenerator json, EnvelopeEntry entry) {
        json.writeStartObject();
        json.writeStringProperty("name", entry.name());
        json.writeStringProperty("sent", entry.sent());
        json.writeStringProperty("values", entry.values());
        json.writeStringProperty("description", entry.description());
        json.writeEndObject();
    }

    private static void sideRequest(JsonGenerator json, SideRequest request) {
        json.writeStartObject();
        json.writeStringProperty("name", request.name());
        json.writeStringProperty("endpoint", request.endpoint());
        json.writeStringProperty("question", request.question());
        json.writeEndObject();
    }

    static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
