package dev.vitrine.collector.operations;

import dev.vitrine.collector.store.Stored;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** What goes through a collector, as numbers since its start. None of them can tell what was in a batch, or whose it was. */
public final class Traffic {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter answers = Counter.builder()
            .name("vitrine_collector_answers_total")
            .help("Requests that were answered, by status code.")
            .labelNames("status")
            .withoutExemplars()
            .register(registry);
    private final Counter accepted = Counter.builder()
            .name("vitrine_collector_events_accepted_total")
            .help("Events that were stored.")
            .withoutExemplars()
            .register(registry);
    private final Counter refused = Counter.builder()
            .name("vitrine_collector_events_refused_total")
            .help("Events that were refused, by reason; a batch that was refused as a whole counts as one.")
            .labelNames("reason")
            .withoutExemplars()
            .register(registry);
    private final Counter batches = Counter.builder()
            .name("vitrine_collector_batches_total")
            .help("Batches with events to store, by what became of them.")
            .labelNames("outcome")
            .withoutExemplars()
            .register(registry);
    private final Counter deletions = Counter.builder()
            .name("vitrine_collector_deletion_requests_total")
            .help("Requests for deletion that were carried out.")
            .withoutExemplars()
            .register(registry);
    private final Counter deleted = Counter.builder()
            .name("vitrine_collector_events_deleted_total")
            .help("Events that were deleted on request.")
            .withoutExemplars()
            .register(registry);
    private final Histogram storing = Histogram.builder()
            .name("vitrine_collector_store_seconds")
            .help("How long a batch waited until it was on the disk.")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
            .withoutExemplars()
            .register(registry);

    /** To look these up by their labels each time takes longer than to count. */
    private final ConcurrentMap<Integer, CounterDataPoint> byStatus = new ConcurrentHashMap<>();

    private final ConcurrentMap<Stored, CounterDataPoint> byOutcome = new ConcurrentHashMap<>();

    /** A request was answered. */
    public void answered(int status) {
        byStatus.computeIfAbsent(status, any -> answers.labelValues(Integer.toString(status)))
                .inc();
    }

    /** A batch was stored, or need not be. */
    public void batch(Stored outcome) {
        byOutcome
                .computeIfAbsent(
                        outcome, any -> batches.labelValues(outcome.name().toLowerCase(Locale.ROOT)))
                .inc();
    }

    /** Events were stored. */
    public void accepted(int events) {
        accepted.inc(events);
    }

    /** Events were refused. */
    public void refused(Map<String, Integer> reasons) {
        reasons.forEach((reason, events) -> refused.labelValues(reason).inc(events));
    }

    /** The store has answered. */
    public void stored(long nanoseconds) {
        storing.observe(nanoseconds / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** A request for deletion was carried out. */
    public void deleted(long events) {
        deletions.inc();
        deleted.inc(events);
    }

    /** Where all of them are. */
    PrometheusRegistry registry() {
        return registry;
    }
}
