package dev.vitrine.collector.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What came in during some seconds and is not in its tables yet: events, and the ids of the batches. The journal has all of
 * it. There, a key and a source are said in full once, and by a number from then on.
 *
 * <p>For the writing thread alone.
 */
final class Generation {
    /** More than this of anything is some 30 to 60 MB of memory. */
    private static final int MOST_KEYS = 200_000;

    private static final int MOST_SOURCES = 50_000;
    private static final int MOST_BATCHES = 500_000;
    private static final int MOST_ENTRIES = 4_000_000;
    /** So many of one source have room in one entry. */
    private static final int MOST_EVENTS = 1 << 30;
    /** Of the disk. */
    private static final int MOST_BYTES = 192 * 1024 * 1024;

    /** Where the heap has less than a gigabyte, there is room for half as much. */
    private static final int PARTS = Runtime.getRuntime().maxMemory() < 1L << 30 ? 2 : 1;

    /** With fewer than this, which is some 4,000 in a second, there is time enough to write what it makes. */
    private static final int LARGE = 20_000;

    /** Before anybody asked for anything: what is read from the disk was there by then, whenever it is read. */
    private static final long BEFORE_ALL = System.nanoTime();

    private final long number;
    private final BatchIds batches = new BatchIds();
    private final KeyNumbers keys = new KeyNumbers();
    private final KeyTally tally = new KeyTally();
    private final Map<Source, SourceCounts> bySource = new HashMap<>();
    /** By their numbers in the journal. */
    private final List<SourceCounts> sources = new ArrayList<>();
    /** To which something was added that the journal does not have. */
    private final Set<SourceCounts> added = new LinkedHashSet<>();

    private long begun;
    private long entries;
    private long events;
    private long bytes;

    /** An empty one; numbers ascend. */
    Generation(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** When its first batch came, by {@link System#nanoTime}. */
    long begun() {
        return begun;
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Whether it takes so much room that nothing should be added any more. */
    boolean isFull() {
        return keys.size() > MOST_KEYS / PARTS
                || bySource.size() > MOST_SOURCES / PARTS
                || batches.size() > MOST_BATCHES / PARTS
                || entries > MOST_ENTRIES / PARTS
                || events > MOST_EVENTS
                || bytes > MOST_BYTES;
    }

    /** Whether so much has come that equal events are worth waiting for. */
    boolean isLarge() {
        return batches.size() > LARGE;
    }

    boolean has(UUID batch) {
        return batches.has(batch);
    }

    /** Remembers the id of a batch that came on a day. */
    void remember(UUID batch, int day) {
        if (batches.isEmpty()) {
            begun = System.nanoTime();
        }
        batches.add(batch, day);
    }

    /** Remembers the id of a batch that is read from the disk. */
    void remembered(UUID batch, int day) {
        begun = BEFORE_ALL;
        batches.add(batch, day);
    }

    /** The ids of the batches. */
    BatchIds batches() {
        return batches;
    }

    /** Adds the events of a batch that is remembered. */
    void add(Arrival arrival) {
        SourceCounts source = bySource.computeIfAbsent(arrival.source(), SourceCounts::new);
        added.add(source);
        int before = source.size();
        CountedEvents counted = arrival.events();
        for (int i = 0; i < counted.size(); i++) {
            source.addEvents(keys.of(counted, i), counted.events(i));
            events += counted.events(i);
        }
        for (int reporter : arrival.reporters()) {
            source.addBatches(keys.of(counted, reporter), 1);
        }
        entries += source.size() - before;
    }

    /** Writes what was added since the last time, for {@link #readFrom}. What came together cannot be told from what did not. */
    void writeTo(JournalOutput out) {
        int first = keys.settled();
        int[] renumbered = keys.shuffleNew();
        out.number(renumbered.length);
        for (int key = first; key < keys.size(); key++) {
            keys.key(key).writeTo(out);
        }
        List<SourceCounts> unnumbered =
                added.stream().filter(source -> !source.isInJournal()).toList();
        out.number(unnumbered.size());
        for (SourceCounts source : unnumbered) {
            append(source);
            source.source().writeTo(out);
        }
        for (SourceCounts source : added) {
            source.writeTo(out, first, renumbered);
            int before = source.size();
            source.addUpMany(tally);
            entries += source.size() - before;
        }
        added.clear();
        bytes += out.length();
    }

    private void append(SourceCounts source) {
        source.number(sources.size());
        sources.add(source);
    }

    /** Adds what {@link #writeTo} has written; in the same order. */
    void readFrom(JournalInput in) {
        for (int more = in.index(); more > 0; more--) {
            keys.of(EventKey.readFrom(in));
        }
        keys.settle();
        for (int more = in.index(); more > 0; more--) {
            append(bySource.computeIfAbsent(Source.readFrom(in), SourceCounts::new));
        }
        while (in.hasMore()) {
            int source = in.index();
            if (source >= sources.size()) {
                throw JournalInput.damaged();
            }
            sources.get(source).readFrom(in, keys.size());
            sources.get(source).addUpMany(tally);
        }
    }

    /** What is done with the rows of one source. */
    record SourceRows(Source source, Iterator<SourceCounts.Row> rows) {}

    /** The rows that it makes in the tables: the same, and in the same order, whenever the journal is read. */
    Iterator<SourceRows> rows() {
        int[] ranks = keys.ranks();
        return sources.stream()
                .map(source -> new SourceRows(source.source(), source.rows(keys, ranks, tally)))
                .iterator();
    }
}
