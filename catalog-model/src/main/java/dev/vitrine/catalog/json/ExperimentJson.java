package dev.vitrine.catalog.json;

import static dev.vitrine.catalog.json.CatalogJsonWriter.strings;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Experiment;
import tools.jackson.core.JsonGenerator;

/** One experiment as a JSON object: an entry of {@code catalog.json}, and the whole of a fragment. */
final class ExperimentJson {
    private ExperimentJson() {}

    static void write(JsonGenerator json, Experiment experiment) {
        json.writeStartObject();
        json.writeStringProperty("id", experiment.id());
        json.writeStringProperty("event", experiment.event());
        json.writeStringProperty("question", experiment.question());
        if (!experiment.description().isEmpty()) {
            json.writeStringProperty("description", experiment.description());
        }
        json.writeStringProperty("owner", experiment.owner());
        json.writeStringProperty("expires", experiment.expires().toString());
        strings(json, "links", experiment.links());
        json.writeStringProperty("module", experiment.module());
        json.writeStringProperty("type", experiment.type());
        bits(json, Bits.of(experiment));
        json.writeName("payload");
        PayloadJson.write(json, experiment.fields());
        json.writeName("example");
        json.writeRawValue(ExampleText.of(experiment.example()));
        json.writeEndObject();
    }

    private static void bits(JsonGenerator json, Bits bits) {
        json.writeNumberProperty("bits", bits.closed());
        if (!bits.isClosed()) {
            json.writeObjectPropertyStart("bitsApart");
            if (!bits.releaseVersions().isEmpty()) {
                strings(json, "releaseVersions", bits.releaseVersions());
            }
            if (!bits.pseudonyms().isEmpty()) {
                strings(json, "pseudonyms", bits.pseudonyms());
            }
            json.writeEndObject();
        }
    }
}
