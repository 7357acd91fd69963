package dev.vitrine.catalog.reading;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.EnvelopeEntry;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.SideRequest;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads catalogs and fragments, strictly: what {@link CatalogJsonWriter} would not have written for the model that was
 * read (an unknown or missing member, a wrong number of bits, a payload schema that says something else) is refused.
 *
 * <p>Only spaces between the parts and the order of members may differ, so that a file that went through a formatter can
 * still be read. Safe for use by several threads.
 */
public final class CatalogJsonReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String source;
    private final boolean strict;

    /** Reads a file that messages are to call {@code source}. */
    public CatalogJsonReader(String source) {
        this(source, true);
    }

    private CatalogJsonReader(String source, boolean strict) {
        this.source = source;
        this.strict = strict;
    }

    /**
     * Reads a file that another version of Vitrine may have written: what this version would word otherwise, or does not
     * know, is no mistake. For the earlier side of a comparison, never for what is in force.
     */
    public static CatalogJsonReader forComparison(String source) {
        return new CatalogJsonReader(source, false);
    }

    /**
     * Reads a {@code catalog.json}.
     *
     * @throws CatalogFormatException when the bytes are no catalog, or not one that this version would write
     */
    public Catalog readCatalog(byte[] json) throws CatalogFormatException {
        JsonNode tree = tree(json);
        Catalog catalog = catalog(new JsonPlace(source, "", tree));
        compare(json, tree, CatalogJsonWriter.write(catalog));
        return catalog;
    }

    /**
     * Reads a fragment.
     *
     * @throws CatalogFormatException when the bytes are no fragment, or not one that this version would write
     */
    public Experiment readExperiment(byte[] json) throws CatalogFormatException {
        JsonNode tree = tree(json);
        Experiment experiment = ExperimentReader.read(new JsonPlace(source, "", tree));
        compare(json, tree, CatalogJsonWriter.write(experiment));
        return experiment;
    }

    private static Catalog catalog(JsonPlace file) throws CatalogFormatException {
        JsonPlace schema = file.member("$schema");
        if (!schema.text().equals(CatalogJsonWriter.SCHEMA)) {
            throw schema.refuse("the format is " + schema.text() + ", and this version of Vitrine reads "
                    + CatalogJsonWriter.SCHEMA);
        }
        JsonPlace application = file.member("application");
        JsonPlace consent = file.member("consent");
        return new Catalog(
                new Application(
                        application.text("name"),
                        application.text("controller"),
                        application.text("contact"),
                        application.text("policy")),
                file.member("recipients").elements(CatalogJsonReader::recipient),
                new ConsentRules(
                        consent.member("modes").elements(JsonPlace::text), consent.text("environmentVariable")),
                file.member("envelope").elements(CatalogJsonReader::envelopeEntry),
                file.member("sideRequests").elements(CatalogJsonReader::sideRequest),
                file.member("experiments").elements(ExperimentReader::read));
    }

    private static Recipient recipient(JsonPlace recipient) throws CatalogFormatException {
        return new Recipient(
                recipient.text("name"),
                recipient.text("endpoint"),
                recipient.text("region"),
                Math.toIntExact(recipient.member("retentionDays").number(1, Integer.MAX_VALUE)),
                recipient.text("protocol"));
    }

    private static EnvelopeEntry envelopeEntry(JsonPlace entry) throws CatalogFormatException {
        return new EnvelopeEntry(
                entry.text("name"), entry.text("sent"), entry.text("values"), entry.text("description"));
    }

    private static SideRequest sideRequest(JsonPlace request) throws CatalogFormatException {
        return new SideRequest(request.text("name"), request.text("endpoint"), request.text("question"));
    }

    private JsonNode tree(byte[] json) throws CatalogFormatException {
        try {
            // Jackson guesses UTF-16 and UTF-32; what Vitrine writes is UTF-8.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return MAPPER.readTree(text);
        } catch (CharacterCodingException malformed) {
            throw new CatalogFormatException(source, "the whole file", "it is not UTF-8", malformed);
        } catch (JacksonException malformed) {
            throw new CatalogFormatException(
                    source, position(malformed), "it is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static String position(JacksonException malformed) {
        TokenStreamLocation location = malformed.getLocation();
        return location == null
                ? "the whole file"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Holds the file against what its own content makes: whatever the reader did not look at is found here. */
    private void compare(byte[] json, JsonNode found, byte[] rewritten) throws CatalogFormatException {
        if (!strict || Arrays.equals(json, rewritten)) {
            return;
        }
        Optional<TreeDifference> difference = TreeDifference.between(found, MAPPER.readTree(rewritten));
        if (difference.isPresent()) {
            throw new CatalogFormatException(
                    source, difference.get().pointer(), difference.get().sentence(), null);
        }
    }
}
