package dev.vitrine.collector.query;

import dev.vitrine.catalog.Experiment;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Releases what waits, when it is time. What was released stays as it is; so nobody learns from two looks at a page what
 * one more batch brought.
 *
 * <p>Not for use by several threads at once.
 */
public final class Publisher {
    private final Publications publications;
    private final Map<String, Experiment> experiments;
    private final int threshold;
    private final InstantSource clock;

    /**
     * Makes a publisher.
     *
     * @param publications the store
     * @param experiments the experiments of the catalogs, by id; what is in no catalog is not released
     * @param threshold k
     * @param clock tells the day
     */
    public Publisher(
            Publications publications, Map<String, Experiment> experiments, Threshold threshold, InstantSource clock) {
        this(publications, experiments, threshold.reporters(), clock);
    }

    Publisher(Publications publications, Map<String, Experiment> experiments, int threshold, InstantSource clock) {
        this.publications = publications;
        this.experiments = Map.copyOf(experiments);
        this.threshold = threshold;
        this.clock = clock;
    }

    /**
     * Releases what is due.
     *
     * @return whether anything was
     * @throws IOException when the store cannot be read or written; what is due then is due again
     */
    public boolean publishDue() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Portion> portions = publications.portions();
        boolean released = false;
        for (Publications.Waiting waiting : publications.waiting()) {
            List<Portion> before = portions.stream()
                    .filter(portion -> portion.experiment().equals(waiting.experiment())
                            && portion.week().equals(waiting.week()))
                    .toList();
            Experiment experiment = experiments.get(waiting.experiment());
            if (experiment != null && new ReleaseRule(threshold).isDue(waiting, before, today)) {
                release(experiment, waiting, today);
                released = true;
            }
        }
        return released;
    }

    private void release(Experiment experiment, Publications.Waiting waiting, LocalDate today) throws IOException {
        Optional<Node> tree = new PortionCutter(experiment.fields(), threshold).cut(publications.take(waiting));
        publications.release(
                waiting,
                new Portion(
                        experiment.id(),
                        waiting.week(),
                        today,
                        threshold,
                        tree.map(PortionForm::write).orElse("")));
    }
}
