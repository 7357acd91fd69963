package dev.vitrine.collector.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import dev.vitrine.collector.Batches;
import dev.vitrine.collector.catalogs.CatalogsUnusableException;
import dev.vitrine.collector.catalogs.ReleasedCatalogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several releases in use at once, each with its own catalog. */
class ReleasesTest {
    @TempDir
    private Path folder;

    private byte[] newer;
    private Catalog catalog;

    @BeforeEach
    void readCatalog() throws IOException {
        newer = Files.readAllBytes(Batches.catalogFile());
        catalog = new CatalogJsonReader("catalog.json").readCatalog(newer);
    }

    private String batchUnder(String digest) {
        return Batches.batch()
                .with("catalog", Batches.quoted(digest))
                .event(Batches.edit("gpt-5", 1))
                .json();
    }

    @Test
    void each_batch_is_held_against_the_catalog_it_names() throws IOException, CatalogsUnusableException {
        Catalog without = catalog.withExperiments(catalog.experiments().stream()
                .filter(experiment -> !experiment.id().equals("edit-tool-outcome"))
                .toList());
        Files.write(folder.resolve("0.9.0.json"), CatalogJsonWriter.write(without));
        Files.write(folder.resolve("0.10.0.json"), newer);

        ReleasedCatalogs catalogs = ReleasedCatalogs.read(folder);
        BatchReader reader = new BatchReader(catalogs, Batches.CLOCK);

        assertThat(catalogs.newest().file()).hasFileName("0.10.0.json");
        String older = catalogs.all().get(0).digest();
        assertThat(reader.read(batchUnder(catalogs.newest().digest()).getBytes(UTF_8))
                        .accepted())
                .isEqualTo(1);
        assertThat(reader.read(batchUnder(older).getBytes(UTF_8)).refused()).containsKey(RefusalReason.EVENT);
    }

    @Test
    void a_batch_that_bears_an_id_is_refused_where_identified_is_not_offered()
            throws IOException, CatalogsUnusableException {
        Catalog anonymousOnly = new Catalog(
                catalog.application(),
                catalog.recipients(),
                ConsentRules.of("pi", List.of("anonymous")),
                catalog.envelope(),
                catalog.sideRequests(),
                catalog.experiments());
        Files.write(folder.resolve("catalog.json"), CatalogJsonWriter.write(anonymousOnly));
        ReleasedCatalogs catalogs = ReleasedCatalogs.read(folder);

        String json = Batches.batch()
                .with("catalog", Batches.quoted(catalogs.newest().digest()))
                .identified(UUID.randomUUID())
                .event(Batches.edit("gpt-5", 1))
                .json();
        assertThat(new BatchReader(catalogs, Batches.CLOCK)
                        .read(json.getBytes(UTF_8))
                        .refused())
                .containsKey(RefusalReason.NOT_OFFERED);
    }

    @Test
    void a_pseudonym_stands_in_no_batch_without_an_id() throws IOException, CatalogsUnusableException {
        Catalog pseudonymous = catalog.withExperiments(List.of(SampleCatalog.repositoryShape()));
        Files.write(folder.resolve("catalog.json"), CatalogJsonWriter.write(pseudonymous));
        ReleasedCatalogs catalogs = ReleasedCatalogs.read(folder);
        BatchReader reader = new BatchReader(catalogs, Batches.CLOCK);
        Batches batch = Batches.batch()
                .with("catalog", Batches.quoted(catalogs.newest().digest()))
                .event(
                        "repository-shape",
                        Batches.TODAY,
                        SampleCatalog.repositoryShape().example());

        assertThat(reader.read(batch.json().getBytes(UTF_8)).refused()).containsOnlyKeys(RefusalReason.VALUE);
        assertThat(reader.read(batch.identified(UUID.randomUUID()).json().getBytes(UTF_8))
                        .accepted())
                .isEqualTo(1);
    }

    @Test
    void a_catalog_that_another_version_of_vitrine_worded_is_read_and_one_with_another_schema_is_not()
            throws IOException, CatalogsUnusableException {
        String text = new String(newer, UTF_8);
        Path file = folder.resolve("catalog.json");
        Files.writeString(file, text.replace("Which event it is.", "The event."));
        assertThat(ReleasedCatalogs.read(file).experiments()).hasSize(5);

        Files.writeString(file, text.replaceFirst("\"additionalProperties\": false", "\"additionalProperties\": true"));
        assertThatThrownBy(() -> ReleasedCatalogs.read(file))
                .isInstanceOf(CatalogsUnusableException.class)
                .hasMessageContaining("additionalProperties");
    }

    @Test
    void catalogs_that_cannot_be_gone_by_are_refused_with_the_reason() throws IOException {
        assertThatThrownBy(() -> ReleasedCatalogs.read(folder)).hasMessageContaining("There is no catalog in");
        Files.write(folder.resolve("1.json"), newer);
        Files.writeString(
                folder.resolve("2.json"), new String(newer, UTF_8).replace("\"name\": \"pi\",", "\"name\": \"tau\","));
        assertThatThrownBy(() -> ReleasedCatalogs.read(folder)).hasMessageContaining("one application");
        Path other = folder.resolve("other");
        Files.createDirectory(other);
        Files.writeString(
                other.resolve("3.json"),
                new String(newer, UTF_8).replace("\"protocol\": \"vitrine\"", "\"protocol\": \"otlp\""));
        assertThatThrownBy(() -> ReleasedCatalogs.read(other)).hasMessageContaining("names no recipient");
    }
}
