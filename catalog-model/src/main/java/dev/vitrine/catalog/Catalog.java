package dev.vitrine.catalog;

import java.util.Comparator;
import java.util.List;

/**
 * The privacy catalog of one application: everything that can leave a user's machine, and under which rules.
 *
 * @param application who answers for it
 * @param recipients who receives the events
 * @param consent what a user can choose, and how
 * @param envelope what travels beside the payloads
 * @param sideRequests the requests beside the events, in the order of their declaration
 * @param experiments the experiments, in ascending order of ids
 */
public record Catalog(
        Application application,
        List<Recipient> recipients,
        ConsentRules consent,
        List<EnvelopeEntry> envelope,
        List<SideRequest> sideRequests,
        List<Experiment> experiments) {

    /** Copies the lists, and sorts the experiments. */
    public Catalog {
        recipients = List.copyOf(recipients);
        envelope = List.copyOf(envelope);
        sideRequests = List.copyOf(sideRequests);
        experiments = experiments.stream()
                .sorted(Comparator.comparing(Experiment::id))
                .toList();
    }

    /** The same application with other experiments. */
    public Catalog withExperiments(List<Experiment> others) {
        return new Catalog(application, recipients, consent, envelope, sideRequests, others);
    }
}
