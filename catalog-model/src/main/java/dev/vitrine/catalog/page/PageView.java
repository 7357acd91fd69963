package dev.vitrine.catalog.page;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.DisplayText;
import dev.vitrine.catalog.wording.FieldKind;
import dev.vitrine.catalog.wording.Promises;
import dev.vitrine.catalog.wording.Sentence;
import dev.vitrine.catalog.wording.Sentence.Piece;
import dev.vitrine.catalog.wording.Step;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the template asks for, by the names that it uses. */
record PageView(
        InlineResource style,
        InlineResource script,
        String digest,
        Catalog catalog,
        String title,
        String summary,
        List<Piece> provenance,
        SummaryView summaries,
        List<Kind> kinds,
        List<ExperimentView> experiments,
        List<Line> envelope,
        List<RecipientView> recipients,
        Address contact,
        Address policy,
        String networkAddress,
        List<SideRequestView> sideRequests,
        List<Piece> sideRequestsSay,
        List<Line> modes,
        List<Line> order,
        List<Line> switchOff,
        List<Line> seeForYourself) {

    /**
     * Something with a name, what it is, and more.
     *
     * @param name the name
     * @param pieces what it is
     * @param values what it can be
     * @param sent when it is sent
     */
    record Line(String name, List<Piece> pieces, List<Piece> values, String sent) {
        static Line of(String name, String sentence) {
            return new Line(DisplayText.of(name), Sentence.pieces(sentence), List.of(), "");
        }
    }

    /**
     * A kind of field to filter by.
     *
     * @param slug the kind in an address
     * @param label the kind in words
     * @param count how many fields are of it
     */
    record Kind(String slug, String label, long count) {}

    /** Who receives the events. */
    record RecipientView(String name, String endpoint, String region, String kept, String protocol) {}

    /** A request beside the events. */
    record SideRequestView(String name, String question, String endpoint) {}

    /** Whether there is a table of them to show. */
    boolean hasSideRequests() {
        return !sideRequests.isEmpty();
    }

    static PageView of(
            Catalog catalog,
            byte[] file,
            Map<String, List<CallSite>> callSites,
            InlineResource style,
            InlineResource script) {
        Promises promises = new Promises(catalog);
        List<ExperimentView> experiments = catalog.experiments().stream()
                .map(experiment -> ExperimentView.of(experiment, callSites.get(experiment.id())))
                .toList();
        return new PageView(
                style,
                script,
                HexFormat.of().formatHex(InlineResource.sha256(file)),
                catalog,
                DisplayText.of(promises.title()),
                DisplayText.of(promises.summary()),
                Sentence.pieces(promises.provenance()),
                SummaryView.of(catalog, promises),
                kinds(experiments),
                experiments,
                envelope(catalog, promises),
                recipients(catalog, promises),
                Address.of(catalog.application().contact()),
                Address.of(catalog.application().policy()),
                promises.networkAddress(),
                catalog.sideRequests().stream()
                        .map(request -> new SideRequestView(
                                DisplayText.of(request.name()),
                                DisplayText.of(request.question()),
                                DisplayText.of(request.endpoint())))
                        .toList(),
                Sentence.pieces(promises.sideRequestCarries() + ' ' + promises.sideRequestStops()),
                modes(promises),
                promises.consentOrder().stream().map(rule -> Line.of("", rule)).toList(),
                lines(promises.switchOff()),
                lines(promises.seeForYourself()));
    }

    private static List<Kind> kinds(List<ExperimentView> experiments) {
        List<FieldKind> all = experiments.stream()
                .flatMap(experiment -> experiment.fields().stream())
                .map(ExperimentView.FieldView::kind)
                .filter(kind -> kind != FieldKind.RECORD)
                .toList();
        return new TreeSet<>(all)
                .stream()
                        .map(kind -> new Kind(
                                kind.slug(),
                                kind.label(),
                                all.stream().filter(kind::equals).count()))
                        .toList();
    }

    private static List<Line> envelope(Catalog catalog, Promises promises) {
        return catalog.envelope().stream()
                .map(entry -> new Line(
                        DisplayText.of(entry.name()),
                        Sentence.pieces(entry.description()),
                        Sentence.pieces(entry.values()),
                        promises.sent(entry)))
                .toList();
    }

    private static List<RecipientView> recipients(Catalog catalog, Promises promises) {
        return catalog.recipients().stream()
                .map(recipient -> new RecipientView(
                        DisplayText.of(recipient.name()),
                        DisplayText.of(recipient.endpoint()),
                        DisplayText.of(recipient.region()),
                        promises.kept(recipient),
                        DisplayText.of(recipient.protocol())))
                .toList();
    }

    private static List<Line> modes(Promises promises) {
        List<Line> modes = new ArrayList<>();
        modes.add(Line.of("off", "Nothing is recorded, stored or sent. This is so until you choose."));
        modes.addAll(lines(promises.modes()));
        return modes;
    }

    private static List<Line> lines(List<Step> steps) {
        return steps.stream().map(step -> Line.of(step.code(), step.meaning())).toList();
    }
}
