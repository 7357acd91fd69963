package dev.vitrine.processor;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of payloads, judged by a validator that is not ours. */
final class PayloadSchemas {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PayloadSchemas() {}

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** The schema in a fragment. */
    static Schema inFragment(String fragment) {
        // A registry of its own for each: it keeps every schema that it has ever seen.
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(tree(fragment).get("payload"));
    }

    static boolean accepts(Schema schema, JsonNode payload) {
        return schema.validate(payload).isEmpty();
    }
}
