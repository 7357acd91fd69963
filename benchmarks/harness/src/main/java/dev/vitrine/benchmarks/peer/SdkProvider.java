package dev.vitrine.benchmarks.peer;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The adapter of a library that takes an endpoint and a number of events for a batch, and that knows no consent.
 *
 * @param <E> the event, as the library's documentation shows it
 */
public abstract class SdkProvider<E> implements PeerProvider {
    private final String library;
    private final String settings;
    private final String eventMark;
    private final Function<URI, E> withItsBatches;
    private final BiFunction<URI, Integer, E> withBatchesOf;

    /** Takes the library's name, what {@link #settings} and {@link #eventMark} answer, and two ways to open it. */
    protected SdkProvider(
            String library,
            String settings,
            String eventMark,
            Function<URI, E> withItsBatches,
            BiFunction<URI, Integer, E> withBatchesOf) {
        this.library = library;
        this.settings = settings;
        this.eventMark = eventMark;
        this.withItsBatches = withItsBatches;
        this.withBatchesOf = withBatchesOf;
    }

    /** The library, as it was opened. */
    protected abstract Peer peer(E events);

    @Override
    public final String settings() {
        return settings;
    }

    @Override
    public final String eventMark() {
        return eventMark;
    }

    @Override
    public final Peer open(Place place) {
        return peer(withItsBatches.apply(place.endpoint()));
    }

    @Override
    public final Peer openForBatchesOf100(Place place) {
        return peer(withBatchesOf.apply(place.endpoint(), 100));
    }

    @Override
    public Peer openOff(Place place) {
        throw new UnsupportedOperationException(
                library + " knows no such thing: the application itself must not call it");
    }

    /**
     * A library by three of its methods.
     *
     * @param event records an event
     * @param flushing see {@link Peer#flush}
     * @param closing see {@link Peer#close}
     */
    public record Methods(Event event, Runnable flushing, Runnable closing) implements Peer {
        @Override
        public void record(String model, Outcome outcome, int attempts) {
            event.record(model, outcome.wireName(), attempts);
        }

        @Override
        public void flush() {
            flushing.run();
        }

        @Override
        public void close() {
            closing.run();
        }
    }

    /** Records an event whose outcome is the name that goes on the wire. */
    @FunctionalInterface
    public interface Event {
        /** Records one event. */
        void record(String model, String outcome, int attempts);
    }
}
