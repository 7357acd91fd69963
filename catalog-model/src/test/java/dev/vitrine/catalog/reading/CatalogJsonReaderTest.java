package dev.vitrine.catalog.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Copy;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogJsonReaderTest {
    private final CatalogJsonReader reader = new CatalogJsonReader("catalog/catalog.json");

    @Test
    void whatWasWrittenIsReadBackToTheSameModelAndTheSameBytes() throws Exception {
        byte[] json = CatalogJsonWriter.write(SampleCatalog.pi());
        Catalog read = reader.readCatalog(json);
        assertThat(read).isEqualTo(SampleCatalog.pi());
        assertThat(CatalogJsonWriter.write(read)).isEqualTo(json);
    }

    @Test
    void randomCatalogsSurviveWritingAndReading() throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            Catalog catalog = new RandomExperiments(seed).catalog(1 + seed % 8);
            byte[] json = CatalogJsonWriter.write(catalog);
            Catalog read = reader.readCatalog(json);
            assertThat(read).as("seed %s", seed).isEqualTo(catalog);
            assertThat(CatalogJsonWriter.write(read)).as("seed %s", seed).isEqualTo(json);
        }
    }

    @Test
    void fragmentsSurviveWritingAndReading() throws Exception {
        for (Experiment experiment : SampleCatalog.pi().experiments()) {
            byte[] json = CatalogJsonWriter.write(experiment);
            assertThat(reader.readExperiment(json)).isEqualTo(experiment);
        }
    }

    @Test
    void theOrderOfTheExperimentsIsThatOfTheirIds() {
        Catalog pi = SampleCatalog.pi();
        List<Experiment> reversed = new ArrayList<>(pi.experiments());
        Collections.reverse(reversed);
        Catalog shuffled = new Catalog(
                pi.application(), pi.recipients(), pi.consent(), pi.envelope(), pi.sideRequests(), reversed);
        assertThat(CatalogJsonWriter.write(shuffled)).isEqualTo(CatalogJsonWriter.write(pi));
    }

    @Test
    void aFileThatAFormatterTouchedIsStillRead() throws Exception {
        String json = text(SampleCatalog.pi());
        String reformatted = json.replace("\n", "\r\n").replace("  ", "\t").replace("{\"model\"", "{ \"model\" ");
        assertThat(reader.readCatalog(bytes(reformatted))).isEqualTo(SampleCatalog.pi());
    }

    @Test
    void invisibleCharactersAreVisibleInTheFile() throws Exception {
        Experiment hostile = withQuestion("safe\u202Eevil\u2066\u200B\u0000\u0085");
        byte[] json = CatalogJsonWriter.write(hostile);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("safe\\u202eevil\\u2066\\u200b\\u0000\\u0085")
                .matches("(?s)[^\u202E\u2066\u200B]*");
        assertThat(reader.readExperiment(json)).isEqualTo(hostile);
    }

    @Test
    void examplesKeepTheCharactersThatThePayloadWriterWrites() throws Exception {
        String example = "{\"choice\":\"🦊 é\u200D\\u0085\\u2028\\n\\\"\"}";
        Experiment experiment = Copy.with(SampleCatalog.welcomeSkipped(), "example", example);
        byte[] json = CatalogJsonWriter.write(experiment);
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"example\": " + example + "\n");
        assertThat(reader.readExperiment(json)).isEqualTo(experiment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"contact\": \"privacy@pi.example\"~\"contact\": 1~/application/contact",
                "\"retentionDays\": 90~\"retentionDays\": 0~/recipients/0/retentionDays",
                "\"retentionDays\": 90~\"retentionDays\": \"90\"~/recipients/0/retentionDays",
                "\"default\": \"off\"~\"default\": \"on\"~/consent/default",
                "`DO_NOT_TRACK` is set~`DO_NOT_TRACK` is ignored~/consent/order/1",
                "\"owner\"~\"owners\"~/experiments/0",
                "\"bits\": 14.0~\"bits\": 13.0~/experiments/0/bits",
                "\"x-bits\": 4.4~\"x-bits\": 4.3~/experiments/0/payload/properties/attempts/x-bits",
                "\"maximum\": 20~\"maximum\": 0~/experiments/0/payload/properties/attempts/maximum",
                "\"x-kind\": \"range\"~\"x-kind\": \"text\"~/experiments/0/payload/properties/attempts/x-kind",
                "\"additionalProperties\": false~\"additionalProperties\": true~/experiments/0/payload/additionalProperties",
                "\"expires\": \"2027-05-29\"~\"expires\": \"soon\"~/experiments/0/expires",
                "\"id\": \"edit-tool-outcome\"~\"id\": \"edit-tool-outcome\", \"extra\": 1~/experiments/0/extra",
            })
    void aChangedFileIsRefusedAtThePlaceOfTheChange(String before, String after, String place) {
        String json = text(SampleCatalog.pi());
        assertThat(json).contains(before);
        int at = json.indexOf(before);
        byte[] changed = bytes(json.substring(0, at) + after + json.substring(at + before.length()));
        CatalogFormatException refused =
                catchThrowableOfType(CatalogFormatException.class, () -> reader.readCatalog(changed));
        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused)
                .hasMessageContaining("catalog/catalog.json, " + place)
                .hasMessageContaining("vitrine:update");
    }

    @Test
    void textThatIsNoJsonIsRefusedWithItsLine() {
        assertThatThrownBy(() -> reader.readCatalog(bytes("{\n  \"a\": oops\n}")))
                .isInstanceOf(CatalogFormatException.class)
                .hasMessageContaining("line 2, column");
        assertThatThrownBy(() -> reader.readCatalog(bytes("{\"a\": 1, \"a\": 2}")))
                .isInstanceOf(CatalogFormatException.class);
        assertThatThrownBy(() -> reader.readCatalog(bytes(text(SampleCatalog.pi()) + "{}")))
                .isInstanceOf(CatalogFormatException.class);
        assertThatThrownBy(() -> reader.readCatalog(new byte[] {'"', (byte) 0xFF, '"'}))
                .isInstanceOf(CatalogFormatException.class)
                .hasMessageContaining("not UTF-8");
        for (String nothing : List.of("", "null", "[]", "{}", "\"text\"", "1")) {
            assertThatThrownBy(() -> reader.readCatalog(bytes(nothing))).isInstanceOf(CatalogFormatException.class);
            assertThatThrownBy(() -> reader.readExperiment(bytes(nothing))).isInstanceOf(CatalogFormatException.class);
        }
    }

    @Test
    void aFileOfANewerFormatIsRefusedAsSuch() {
        String newer = text(SampleCatalog.pi()).replace("catalog-1.json", "catalog-2.json");
        assertThatThrownBy(() -> reader.readCatalog(bytes(newer)))
                .isInstanceOf(CatalogFormatException.class)
                .hasMessageContaining("catalog-2.json")
                .hasMessageContaining("catalog-1.json");
    }

    private static Experiment withQuestion(String question) {
        return Copy.with(SampleCatalog.welcomeSkipped(), "question", question);
    }

    private static String text(Catalog catalog) {
        return new String(CatalogJsonWriter.write(catalog), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
