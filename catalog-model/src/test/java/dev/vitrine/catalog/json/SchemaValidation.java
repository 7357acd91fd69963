package dev.vitrine.catalog.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates with networknt's validator. */
final class SchemaValidation {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final Schema META_SCHEMA = REGISTRY.getSchema(SchemaLocation.of(PayloadVocabulary.DIALECT));
    private static final Schema CATALOG = REGISTRY.getSchema(MAPPER.readTree(CatalogSchema.read()));

    private SchemaValidation() {}

    static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    static JsonNode tree(String json) {
        return tree(json.getBytes(StandardCharsets.UTF_8));
    }

    /** What the meta-schema of draft-07 has against a schema. */
    static List<Error> ofSchema(JsonNode schema) {
        return META_SCHEMA.validate(schema);
    }

    /** What the catalog's own schema has against a catalog. */
    static List<Error> ofCatalog(JsonNode catalog) {
        return CATALOG.validate(catalog);
    }

    /** What a payload's schema has against a payload. */
    static List<Error> ofPayload(JsonNode schema, JsonNode payload) {
        return REGISTRY.getSchema(schema).validate(payload);
    }
}
