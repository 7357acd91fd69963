package dev.vitrine.catalog.markdown;

import static dev.vitrine.catalog.markdown.Inline.code;
import static dev.vitrine.catalog.markdown.Inline.linkTo;
import static dev.vitrine.catalog.markdown.Inline.sentence;
import static dev.vitrine.catalog.markdown.Inline.strong;
import static dev.vitrine.catalog.markdown.Inline.text;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.wording.Promises;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.node.Node;

/** Writes a catalog as the page {@code catalog.md}, for the people whose data it is about. */
public final class CatalogMarkdown {
    private CatalogMarkdown() {}

    /** The page: UTF-8, {@code \n} at the end of every line. The same catalog gives the same bytes everywhere. */
    public static byte[] write(Catalog catalog) {
        Promises promises = new Promises(catalog);
        Page page = new Page();
        page.heading(1, text(promises.title()));
        page.paragraph(strong(promises.summary()));
        page.paragraph(sentence(promises.provenance()));
        contents(page, catalog);
        page.heading(2, text("Experiments"));
        if (catalog.experiments().isEmpty()) {
            page.paragraph(text("There are none: no event is ever sent."));
        } else {
            page.paragraph(
                    text(
                            "An experiment is one question that the makers want answered, and the one event that answers it. "
                                    + "The bits say how much one event can tell at most: with n bits, 2 to the power of n different events are possible."));
        }
        catalog.experiments().forEach(experiment -> ExperimentSection.add(page, experiment));
        RulesSections.add(page, catalog, promises);
        return page.render().getBytes(StandardCharsets.UTF_8);
    }

    private static void contents(Page page, Catalog catalog) {
        page.heading(2, text("Contents"));
        page.table(
                List.of("Question", "Event", "Fields", "Bits", "Recorded until"),
                catalog.experiments().stream().map(CatalogMarkdown::line).toList());
        page.bullets(RulesSections.TITLES.entrySet().stream()
                .map(section -> List.of(linkTo(section.getKey(), section.getValue())))
                .toList());
    }

    private static List<List<Node>> line(Experiment experiment) {
        Bits bits = Bits.of(experiment);
        return List.of(
                List.of(linkTo(Inline.anchorName(experiment.id()), experiment.question())),
                List.of(code(experiment.event())),
                List.of(text(Integer.toString(experiment.fields().size()))),
                List.of(text(bits.closed().toPlainString() + (bits.isClosed() ? "" : " + more"))),
                List.of(text(experiment.expires().toString())));
    }
}
