package dev.vitrine.catalog.page;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Envelope;
import dev.vitrine.catalog.EnvelopeEntry;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.wording.Promises;
import java.util.List;
import java.util.function.Predicate;

/**
 * The summary on top of the page.
 *
 * @param identified whether a user can choose to be told from others
 * @param linkedEntries the envelope's entries that tell a user from others
 * @param linkedFields the fields that do, with their experiments
 * @param entries the envelope's entries that do not
 * @param experiments how many experiments there are, in words
 * @param fields how many fields they have, in words
 * @param never what is never collected
 */
record SummaryView(
        boolean identified,
        List<String> linkedEntries,
        List<LinkedField> linkedFields,
        List<String> entries,
        String experiments,
        String fields,
        List<String> never) {

    /**
     * A field that tells a user from others.
     *
     * @param anchor where it is on the page
     * @param path the field
     * @param experiment the experiment
     */
    record LinkedField(String anchor, String path, String experiment) {}

    static SummaryView of(Catalog catalog, Promises promises) {
        int fields = catalog.experiments().stream()
                .mapToInt(experiment -> experiment.fields().size())
                .sum();
        return new SummaryView(
                promises.offersIdentified(),
                entries(catalog, Envelope::tellsUsersApart),
                catalog.experiments().stream()
                        .flatMap(experiment ->
                                Bits.of(experiment).pseudonyms().stream().map(path -> linked(experiment, path)))
                        .toList(),
                entries(catalog, entry -> entry.sent().equals(Envelope.ALWAYS)),
                count(catalog.experiments().size(), "experiment"),
                count(fields, "field"),
                promises.neverCollected());
    }

    private static LinkedField linked(Experiment experiment, String path) {
        return new LinkedField(ExperimentView.anchor(experiment.id(), path), path, experiment.id());
    }

    private static List<String> entries(Catalog catalog, Predicate<EnvelopeEntry> which) {
        return catalog.envelope().stream()
                .filter(which)
                .map(EnvelopeEntry::name)
                .toList();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
