package dev.vitrine.catalog.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.diff.CatalogDiff;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The diff in docs/review-a-catalog-change.md is a real one: that of the published catalog after four edits. With {@code
 * -Dvitrine.golden=update} it is written there.
 */
class ReviewDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("project.basedir"), "..");
    private static final Path PAGE = ROOT.resolve("docs/review-a-catalog-change.md");
    private static final String BEGIN = "<!-- diff -->\n";
    private static final String END = "\n## What to look at\n";

    @Test
    void theDiffOfThePageIsWhatIsMadeOfThePublishedCatalogAndFourEdits() throws Exception {
        String before = Files.readString(ROOT.resolve("catalog/catalog.json"));
        String after = before;
        after = edited(after, "\"maximum\": 20", "\"maximum\": 50");
        after = edited(after, "\"retentionDays\": 90", "\"retentionDays\": 180");
        after = edited(after, "              \"io_error\"\n", "              \"unreadable\"\n");
        after = edited(after, "How many attempts it took.", "How many attempts the edit took.");

        String diff = DiffMarkdown.write(CatalogDiff.between(read(before), read(after)));

        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        String followed = page.substring(0, begin) + quoted(diff) + page.substring(page.indexOf(END));
        if ("update".equals(System.getProperty("vitrine.golden"))) {
            Files.writeString(PAGE, followed);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(followed);
        assertThat(diff).contains("attempts", "180", "unreadable");
    }

    private static Catalog read(String json) throws Exception {
        return CatalogJsonReader.forComparison("catalog.json").readCatalog(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String edited(String text, String from, String to) throws IOException {
        assertThat(text).as("the published catalog has what is edited here").contains(from);
        return text.replaceFirst(Pattern.quote(from), to);
    }

    /** As a quotation, so that its headings are not the page's. */
    private static String quoted(String markdown) {
        StringBuilder quoted = new StringBuilder("\n");
        markdown.lines()
                .filter(line -> !line.equals(DiffMarkdown.MARKER))
                .forEach(line -> quoted.append(("> " + line).stripTrailing()).append('\n'));
        return quoted.toString();
    }
}
