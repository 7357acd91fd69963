package dev.vitrine.collector.intake;

import static dev.vitrine.collector.Batches.batch;
import static dev.vitrine.collector.Batches.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Batches;
import dev.vitrine.collector.Collector;
import dev.vitrine.collector.CollectorSettings;
import dev.vitrine.collector.Http;
import dev.vitrine.collector.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestKeysTest {
    private static final String VIA = "Via: 1.1 proxy";

    @TempDir
    private Path folder;

    private Path keys;
    private Collector collector;

    @BeforeEach
    void start() throws Exception {
        keys = Files.writeString(folder.resolve("keys"), "first-key # of the releases before 0.60\n\n second-key\n");
        collector = start(keys);
    }

    private Collector start(Path file) throws Exception {
        CollectorSettings plain = TestSettings.in(folder.resolve(file == null ? "without" : "with"));
        return Collector.start(
                new CollectorSettings(
                        plain.catalog(),
                        plain.data(),
                        plain.host(),
                        plain.port(),
                        plain.pagePort(),
                        plain.pageHosts(),
                        file,
                        plain.reporters(),
                        plain.freeMebibytes()),
                Batches.CLOCK);
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    private int status(URI address, String... headers) throws IOException {
        return Http.post(address, batch().event(edit("gpt-5", 1)).json(), headers)
                .status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VIA,
                "Forwarded: for=192.0.2.7",
                "X-Forwarded-For: 192.0.2.7",
                "x-forwarded-for: 127.0.0.1",
                "Via:"
            })
    void what_a_proxy_on_this_machine_passes_on_needs_a_key(String header) throws IOException {
        assertThat(status(collector.batches(), header)).isEqualTo(401);
        assertThat(status(collector.batches(), header, "Ingest-Key: third-key")).isEqualTo(403);
        assertThat(status(collector.batches(), header, "Ingest-Key: second-key"))
                .isEqualTo(200);
    }

    @Test
    void a_key_may_stand_in_the_address_for_a_client_says_nothing_else() throws IOException {
        assertThat(status(URI.create(collector.batches() + "?key=first-key"), VIA))
                .isEqualTo(200);
        assertThat(status(URI.create(collector.batches() + "?key=first"), VIA)).isEqualTo(403);
        assertThat(status(URI.create(collector.batches() + "?key=" + "first-key".repeat(40)), VIA))
                .isEqualTo(401);
    }

    @Test
    void a_comment_is_no_key() throws IOException {
        assertThat(status(collector.batches(), VIA, "Ingest-Key: # of the releases before 0.60"))
                .isEqualTo(403);
        assertThat(status(collector.batches(), VIA, "Ingest-Key:")).isNotEqualTo(200);
    }

    @Test
    void a_key_that_is_revoked_lets_nobody_in_within_seconds_and_neither_does_a_file_without_keys() throws IOException {
        Files.writeString(keys, "# all are revoked\n");
        Awaitility.await().until(() -> status(collector.batches(), VIA, "Ingest-Key: first-key") == 403);
        assertThat(status(collector.batches(), VIA)).isEqualTo(401);
    }

    @Test
    void when_the_file_of_keys_is_gone_no_key_is_valid() throws IOException {
        Files.delete(keys);
        Awaitility.await().until(() -> status(collector.batches(), VIA, "Ingest-Key: first-key") == 403);
    }

    @Test
    void this_machine_needs_no_key_for_its_own() throws IOException {
        assertThat(status(collector.batches())).isEqualTo(200);
    }

    @Test
    void without_a_file_of_keys_a_proxy_on_this_machine_lets_in_whom_it_will() throws Exception {
        try (Collector open = start(null)) {
            assertThat(status(open.batches(), VIA)).isEqualTo(200);
        }
    }

    @Test
    void deletion_needs_no_key() throws IOException {
        String forget = "{\"app\":\"pi\",\"trackingId\":\"0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1\"}";
        assertThat(Http.post(URI.create(collector.batches() + "/forget"), forget, VIA)
                        .status())
                .isEqualTo(200);
    }
}
