package dev.vitrine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The README shows code as it is: above each snippet stands the file that it is taken from, and the snippet's lines stand
 * in that file, in a row, give or take their indentation.
 */
class ReadmeTest {
    private static final Pattern SNIPPET = Pattern.compile(
            "(?:<!-- from: (?<file>\\S+) -->\\n)?```(?<language>\\w*)\\n(?<text>.*?)\\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everySnippetStandsInTheFileItNames() throws IOException {
        String readme = Files.readString(House.root().resolve("README.md"));
        Matcher snippets = SNIPPET.matcher(readme);
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        while (snippets.find()) {
            // What a user types, and what is printed then, is not code of ours.
            if (List.of("console", "sh", "text").contains(snippets.group("language"))) {
                continue;
            }
            seen++;
            String file = snippets.group("file");
            if (file == null) {
                wrong.add("a snippet names no file: " + snippets.group("text"));
            } else if (!lines(Files.readString(House.root().resolve(file))).contains(lines(snippets.group("text")))) {
                wrong.add("not in " + file + ": " + snippets.group("text"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("snippets that were compared").isGreaterThanOrEqualTo(4);
    }

    @Test
    void everyLinkLeadsToAFileOfTheProject() throws IOException {
        List<String> dead = new ArrayList<>();
        Matcher links = LINK.matcher(Files.readString(House.root().resolve("README.md")));
        while (links.find()) {
            Path target = House.root().resolve(links.group(1));
            if (!Files.exists(target)) {
                dead.add(links.group(1));
            }
        }
        assertThat(dead).isEmpty();
    }

    private static String lines(String text) {
        StringBuilder lines = new StringBuilder("\n");
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
