package dev.vitrine.collector.store;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * What is kept, as of one moment: every method of one snapshot sees the same. Writers are not held up. Close it soon.
 *
 * <p>For one thread at a time.
 */
public interface Snapshot extends AutoCloseable {
    /**
     * Hands over the events of an experiment, in ascending order of days and otherwise in an order that may change. The
     * time it takes grows with the number of {@link StoredEvents}, which is less than the number of events.
     *
     * @param experiment the experiment's id
     * @param firstDay the first day, as days since 1970-01-01, inclusive
     * @param lastDay the last day, inclusive
     */
    void read(String experiment, int firstDay, int lastDay, Consumer<StoredEvents> each);

    /** The rounds that were not released yet and have events, in order of experiments, weeks and numbers. */
    List<WaitingRound> waiting();

    /** Hands over the events of a round, in an order that may change. */
    void read(Round round, Consumer<StoredEvents> each);

    /** All that was released and whose time is not over, in order of experiments, weeks and numbers. */
    List<StoredPortion> portions();

    /** How many events were refused, by day (as days since 1970-01-01) and then by the name of the reason. */
    SortedMap<Integer, Map<String, Long>> refusals();

    /** A number that grows whenever something is kept or deleted: while it stays, every answer stays. */
    long version();

    @Override
    void close();
}
