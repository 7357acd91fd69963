package dev.vitrine.catalog.markdown;

import static dev.vitrine.catalog.markdown.Inline.anchor;
import static dev.vitrine.catalog.markdown.Inline.code;
import static dev.vitrine.catalog.markdown.Inline.linkOut;
import static dev.vitrine.catalog.markdown.Inline.strong;
import static dev.vitrine.catalog.markdown.Inline.text;
import static dev.vitrine.catalog.markdown.Inline.words;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.wording.BitsWording;
import dev.vitrine.catalog.wording.FieldLine;
import dev.vitrine.catalog.wording.NameSources;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** One experiment on the page. */
final class ExperimentSection {
    private ExperimentSection() {}

    static void add(Page page, Experiment experiment) {
        page.heading(3, anchor(experiment.id()), text(experiment.question()));
        page.bullets(facts(experiment));
        if (experiment.fields().isEmpty()) {
            page.paragraph(text("The event has no fields: that it happened is all it tells."));
        } else {
            page.table(List.of("Field", "Meaning", "Values", "Bits"), rows(experiment));
        }
        page.paragraph(text("For example:"));
        page.code("json", experiment.example());
    }

    private static List<List<Node>> facts(Experiment experiment) {
        List<List<Node>> facts = new ArrayList<>();
        if (!experiment.description().isEmpty()) {
            // Never at the start of a line: commonmark's renderer lets a lone + or ~~~ there begin a block.
            facts.add(List.of(strong("About it:"), words(" "), text(experiment.description())));
        }
        facts.add(
                experiment.event().equals(experiment.id())
                        ? List.of(strong("Event:"), words(" "), code(experiment.event()))
                        : List.of(
                                strong("Event:"),
                                words(" "),
                                code(experiment.event()),
                                words(" (experiment "),
                                code(experiment.id()),
                                words(")")));
        facts.add(List.of(strong("Owner:"), words(" "), linkOut(experiment.owner())));
        facts.add(List.of(
                strong("Recorded until:"), words(" "), text(experiment.expires() + ", in UTC, and not a day longer")));
        facts.add(List.of(strong("Bits:"), words(" "), text(BitsWording.sentence(Bits.of(experiment)))));
        List<Node> declared = new ArrayList<>(List.of(strong("Declared by:"), words(" "), code(experiment.type())));
        // A record in no package is in no module that has a name.
        if (!experiment.module().isEmpty() && !experiment.type().startsWith(experiment.module() + '.')) {
            declared.addAll(List.of(words(" in "), code(experiment.module())));
        }
        facts.add(declared);
        for (String source : NameSources.of(experiment)) {
            facts.add(List.of(strong("Names listed by:"), words(" "), code(source)));
        }
        for (String link : experiment.links()) {
            facts.add(List.of(strong("More:"), words(" "), linkOut(link)));
        }
        return facts;
    }

    private static List<List<List<Node>>> rows(Experiment experiment) {
        List<List<List<Node>>> rows = new ArrayList<>();
        for (FieldLine line : FieldLine.of(experiment)) {
            rows.add(List.of(
                    List.of(code(line.path())),
                    List.of(text(line.description())),
                    values(line),
                    List.of(text(line.bits()))));
            if (line.describesValues()) {
                for (Constant value : line.values()) {
                    rows.add(List.of(
                            List.of(), List.of(text(value.description())), List.of(code(value.value())), List.of()));
                }
            }
        }
        return rows;
    }

    private static List<Node> values(FieldLine line) {
        List<Node> pieces = new ArrayList<>();
        pieces.add(text(line.sentence()));
        if (line.values().isEmpty() || line.describesValues()) {
            pieces.add(words(line.values().isEmpty() ? "." : ":"));
        } else {
            pieces.add(words(": "));
            for (int i = 0; i < line.values().size(); i++) {
                pieces.add(words(i == 0 ? "" : ", "));
                pieces.add(code(line.values().get(i).value()));
            }
            pieces.add(words("."));
        }
        if (!line.absent().isEmpty()) {
            pieces.add(words(" "));
            pieces.add(text(line.absent()));
        }
        return pieces;
    }
}
