package dev.vitrine.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about protocols shows real bodies, and all of them. */
class ProtocolsPageTest {
    private static final Path ROOT =
            Path.of(System.getProperty("project.basedir", ".")).toAbsolutePath().getParent();
    private static final Path GOLDENS = Path.of("runtime/src/test/resources/golden/protocols");
    private static final Pattern EXAMPLE = Pattern.compile("<!-- from: (\\S+) -->\\n```json\\n(.*?)\\n```");

    @Test
    void every_example_is_the_body_that_a_test_compares_byte_for_byte() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        Matcher examples = EXAMPLE.matcher(Files.readString(ROOT.resolve("docs/protocols-and-receivers.md")));
        while (examples.find()) {
            shown.put(examples.group(1), examples.group(2) + '\n');
        }

        Map<String, String> goldens = new TreeMap<>();
        try (Stream<Path> files = Files.list(ROOT.resolve(GOLDENS))) {
            for (Path file : files.toList()) {
                goldens.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertThat(shown).isEqualTo(goldens).hasSize(6);
    }

    @Test
    void the_page_names_every_protocol_as_the_declaration_and_the_catalog_do() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/protocols-and-receivers.md"));
        for (Spoken spoken : Spoken.values()) {
            assertThat(page).contains("`" + spoken.name() + "`", "`" + spoken.word() + "`");
        }
    }
}
