package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider;

/** Vitrine. */
public final class VitrineProvider implements PeerProvider {
    private static final EditToolOutcome.Outcome[] OUTCOMES = EditToolOutcome.Outcome.values();

    @Override
    public String settings() {
        return "as it comes";
    }

    @Override
    public String eventMark() {
        return "\"attempts\":";
    }

    @Override
    public Peer open(Place place) {
        Installation.agree(place.endpoint(), place.home());
        return new Recording(Installation.open(place.endpoint(), place.home()));
    }

    @Override
    public Peer openForBatchesOf100(Place place) {
        return open(place);
    }

    @Override
    public Peer openOff(Place place) {
        return new Recording(Installation.open(place.endpoint(), place.home()));
    }

    private static final class Recording implements Peer {
        private final PiAnalytics analytics;

        Recording(PiAnalytics analytics) {
            this.analytics = analytics;
        }

        @Override
        public void record(String model, Outcome outcome, int attempts) {
            analytics.events().editToolOutcome(model, OUTCOMES[outcome.ordinal()], attempts);
        }

        @Override
        public void flush() {
            // It sends within a second, and cannot be told to hurry.
        }

        @Override
        public void close() {
            analytics.close();
        }
    }
}
