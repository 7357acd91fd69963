package dev.vitrine.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.page.HostGuard;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, and where settings come from. What is not refused would run for ever. */
@Timeout(20)
class CollectorCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> environment, String... arguments) {
        return CollectorCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), environment, arguments);
    }

    @Test
    void help_names_every_setting_and_how_else_it_can_be_set() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString())
                .contains("--catalog", "--data", "--host", "--port", "--page-port", "--keys", "--reporters", "--config")
                .contains("VITRINE_COLLECTOR_PAGE_PORT")
                .contains("backup");
    }

    @Test
    void a_flag_comes_before_the_environment_and_that_before_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "catalog=in-file\ndata=" + folder + "\n");
        Map<String, String> environment =
                Map.of("VITRINE_COLLECTOR_CONFIG", file.toString(), "VITRINE_COLLECTOR_CATALOG", "in-environment");

        assertThat(run(environment, "--catalog", "in-flag")).isEqualTo(CollectorCommand.FAILED);
        assertThat(err.toString()).contains("in-flag").doesNotContain("in-environment", "in-file");
        run(environment);
        assertThat(err.toString()).contains("in-environment").doesNotContain("in-file");
        run(Map.of(), "--config", file.toString());
        assertThat(err.toString()).contains("in-file");
    }

    @Test
    void a_mistake_in_a_setting_is_told_and_starts_nothing() throws IOException {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(err.toString()).contains("--catalog catalog/catalog.json");
        Path file = Files.writeString(folder.resolve("settings"), "prot=1\n");
        assertThat(run(Map.of(), "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no setting prot");
        assertThat(run(Map.of(), "--config", "nowhere")).isEqualTo(CollectorCommand.FAILED);
        assertThat(run(Map.of("VITRINE_COLLECTOR_PORT", "many"), "--catalog", "x"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data /proc/vitrine: Nothing can be kept in /proc/vitrine: it has to be a folder",
                "--data FILE: Nothing can be kept in FILE: it has to be a folder",
                "--keys nowhere: The ingest keys in nowhere cannot be read. Name a text file",
                "--keys FOLDER: The ingest keys in FOLDER cannot be read. Name a text file",
                "--config nowhere: The settings in nowhere cannot be read. Name a text file",
                "--config FOLDER: The settings in FOLDER cannot be read. Name a text file",
            })
    void a_path_that_cannot_be_used_is_told_with_what_to_do(String flagAndError) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String[] parts = flagAndError
                .replace("FILE", file.toString())
                .replace("FOLDER", folder.toString())
                .split(" |: ", 3);
        String catalog = Batches.catalogFile().toString();
        assertThat(run(Map.of("VITRINE_COLLECTOR_DATA", folder.toString()), "--catalog", catalog, parts[0], parts[1]))
                .isEqualTo(CollectorCommand.FAILED);
        assertThat(err.toString()).startsWith("vitrine-collector: " + parts[2]).contains("(" + parts[0] + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no database at all", "SQLite format 3\0 and then nothing that is one", ""})
    void a_damaged_store_is_told_with_what_to_do_and_left_alone(String content) throws IOException {
        Path database = Files.writeString(folder.resolve("collector.sqlite"), content);
        String catalog = Batches.catalogFile().toString();
        assertThat(run(Map.of(), "--catalog", catalog, "--data", folder.toString()))
                .isEqualTo(CollectorCommand.FAILED);
        assertThat(err.toString()).contains("The store is damaged.", "put the last backup as collector.sqlite");
        assertThat(database).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=65536: --port is 65536, and ports go from 0 to 65535.",
                "--port=-1: --port is -1,",
                "--port=abc: Invalid value for option '--port'",
                "--page-port=99999: --page-port is 99999, and ports go from 0 to 65535.",
                "--page-host=http://stats.example.com: --page-host is http://stats.example.com, and no browser",
                "--page-host=stats.example.com:8443: --page-host is stats.example.com:8443, and no browser",
                "--page-host=a.example, b.example: --page-host is  b.example, and no browser",
                "--reporters=1: --reporters is at least",
                "--prot=1: Unknown option: '--prot=1'",
                "bakup: Unmatched argument at index 4: 'bakup'",
            })
    void a_setting_that_cannot_be_meant_is_told_in_a_few_lines_before_anything_is_made(String flagAndError) {
        String[] parts = flagAndError.split(": ", 2);
        String catalog = Batches.catalogFile().toString();
        Path data = folder.resolve("data");
        assertThat(run(Map.of(), "--catalog", catalog, "--data", data.toString(), parts[0]))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("vitrine-collector: " + parts[1])
                .endsWith("Try vitrine-collector --help." + System.lineSeparator())
                .hasLineCount(parts[0].startsWith("--") ? 2 : 3);
        assertThat(data).doesNotExist();
    }

    @Test
    void names_and_addresses_are_hosts_that_a_page_can_have() {
        assertThat(List.of("stats.example.com", "STATS_1.example", "192.0.2.7", "[2001:db8::7]"))
                .allMatch(HostGuard::isName);
    }

    @Test
    void beyond_this_machine_it_does_not_listen_without_a_key() {
        String catalog = Batches.catalogFile().toString();
        assertThat(run(Map.of(), "--catalog", catalog, "--data", folder.toString(), "--host", "0.0.0.0"))
                .isEqualTo(CollectorCommand.FAILED);
        assertThat(err.toString()).contains("no ingest key").contains("--keys");
    }

    @Test
    void a_copy_is_made_of_a_store_that_is_in_use() throws Exception {
        Path copy = folder.resolve("copy.sqlite");
        try (Collector collector = Collector.start(TestSettings.in(folder), Batches.CLOCK)) {
            Http.post(
                    collector.batches(),
                    Batches.batch().event(Batches.edit("gpt-5", 1)).json());
            String data = folder.resolve("data").toString();
            assertThat(run(Map.of(), "backup", "--data", data, copy.toString())).isZero();
            assertThat(copy).isNotEmptyFile();
            assertThat(run(Map.of(), "backup", "--data", data, copy.toString())).isEqualTo(CollectorCommand.FAILED);
            assertThat(err.toString()).contains("exists already");
        }
        assertThat(List.of(copy)).allMatch(Files::exists);
    }

    @Test
    void a_second_collector_on_the_same_folder_is_refused() throws Exception {
        try (Collector collector = Collector.start(TestSettings.in(folder), InstantSource.system())) {
            assertThat(collector.batches().getPort()).isPositive();
            String[] second = {
                "--catalog",
                Batches.catalogFile().toString(),
                "--data",
                folder.resolve("data").toString()
            };
            assertThat(run(Map.of(), second)).isEqualTo(CollectorCommand.FAILED);
            assertThat(err.toString()).contains("Another collector writes to");
        }
    }
}
