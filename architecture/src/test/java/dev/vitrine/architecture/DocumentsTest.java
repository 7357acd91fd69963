package dev.vitrine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents refer to exists: tests by name, and files by link. Each threat has a test. */
class DocumentsTest {
    private static final Pattern TEST = Pattern.compile("`(?<type>[A-Z]\\w*(?:Test|IT))(?:[#.](?<method>\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everyTestThatADocumentNamesExists() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (Path document : documents()) {
            Matcher named = TEST.matcher(Files.readString(document));
            while (named.find()) {
                seen++;
                String source = tests.get(named.group("type"));
                String method = named.group("method");
                if (source == null || (method != null && !source.contains(" " + method + "("))) {
                    missing.add(document.getFileName() + ": " + named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).as("names that were looked up").isGreaterThan(60);
    }

    @Test
    void everyThreatNamesATest() throws IOException {
        List<String> without = Files.readAllLines(House.root().resolve("docs/threat-model.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat "))
                .filter(line -> !TEST.matcher(line.substring(line.lastIndexOf('|', line.length() - 2)))
                        .find())
                .toList();

        assertThat(without).isEmpty();
    }

    @Test
    void everyLinkOfADocumentLeadsToAFile() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            Matcher links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                if (!Files.exists(document.resolveSibling(links.group(1)))) {
                    dead.add(document.getFileName() + ": " + links.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void theIndexNamesEveryDocument() throws IOException {
        String index = Files.readString(House.root().resolve("docs/README.md"));
        try (Stream<Path> documents = Files.list(House.root().resolve("docs"))) {
            assertThat(documents
                            .map(document -> document.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .allMatch(name -> index.contains("](" + name + ")"));
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> pages = Files.list(House.root().resolve("docs"))) {
            pages.filter(page -> page.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        documents.add(House.root().resolve("runtime/README.md"));
        return documents;
    }

    /** The sources of all tests, by the name of their class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(House.root())) {
            for (Path file : files.filter(path -> path.toString().contains("src/test/java/")
                            && path.toString().matches(".*(Test|IT)\\.java"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                tests.merge(name, Files.readString(file), String::concat);
            }
        }
        return tests;
    }
}
