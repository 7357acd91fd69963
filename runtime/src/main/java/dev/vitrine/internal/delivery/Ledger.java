package dev.vitrine.internal.delivery;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The count of what became of each event. At any moment: recorded = delivered + lost, for all reasons, + waiting in the
 * batch and the spool. An event is recorded when it leaves the queue, or is lost before.
 *
 * <p>Each {@link Claimer} writes a file of its own in the directory {@code ledger}, so that nothing is locked and nothing
 * gets lost between processes. A new run takes over the file of one that has ended and goes on counting in it, so there
 * are never more files than there were runs at once.
 *
 * <p>Counting is safe from any thread; {@link #adopt}, {@link #save} and {@link #leave} are for one at a time.
 */
public final class Ledger {
    private static final String DIRECTORY = "ledger";
    private static final String LEFT = "left-";

    private final StateDirectory state;
    private final Counts counts = new Counts();
    private volatile boolean changed;
    private boolean adopted;

    Ledger(StateDirectory state) {
        this.state = state;
    }

    /** Counts events that were recorded. */
    void recorded(long events) {
        counts.recorded(events);
        changed = true;
    }

    /** Counts events that the recipient took. */
    void delivered(long events) {
        counts.delivered(events);
        changed = true;
    }

    /** Counts events that are lost. */
    void lost(LossReason reason, long events) {
        counts.lost(reason, events);
        changed = true;
    }

    /** What this run has counted, together with what it took over. */
    public Totals totals() {
        return counts.totals();
    }

    /** Takes over the counts of a run that has ended, if there is one. */
    void adopt(Claimer self) {
        if (adopted) {
            return;
        }
        adopted = true;
        Path directory = state.resolve(DIRECTORY);
        String[] names = StateDirectory.names(directory);
        StateDirectory.sweep(directory, names, self);
        for (String name : names) {
            Path own = directory.resolve(self.toString());
            if (isLeftBehind(name, self) && StateDirectory.rename(directory.resolve(name), own)) {
                addTo(counts, own);
                return;
            }
        }
    }

    /**
     * Writes the counts, if they have changed.
     *
     * @throws IOException when they cannot be written; they are kept, for the next time
     */
    void save(Claimer self) throws IOException {
        if (!changed || !adopted) {
            // Not adopted: consent was never in force in this run, and without it no file is written.
            return;
        }
        changed = false;
        boolean saved = false;
        try {
            Path directory = state.resolve(DIRECTORY);
            state.create(directory);
            state.replace(directory.resolve(self.toString()), counts.text(), self);
            saved = true;
        } finally {
            changed |= !saved;
        }
    }

    /** Leaves the counts to the next run. */
    void leave(Claimer self) {
        Path directory = state.resolve(DIRECTORY);
        StateDirectory.rename(directory.resolve(self.toString()), directory.resolve(LEFT + self.nonce()));
    }

    /** Whether every run has left its counts: none is still writing. */
    static boolean isAtRest(Path stateDirectory) {
        for (String name : StateDirectory.names(stateDirectory.resolve(DIRECTORY))) {
            if (!isLeft(name)) {
                return false;
            }
        }
        return true;
    }

    /** What all runs have counted, from the files in a state directory. */
    public static Totals read(Path stateDirectory) {
        Counts sum = new Counts();
        Path directory = stateDirectory.resolve(DIRECTORY);
        for (String name : StateDirectory.names(directory)) {
            if (isLeft(name) || Claimer.parse(name) != null) {
                addTo(sum, directory.resolve(name));
            }
        }
        return sum.totals();
    }

    /** Deletes the counts of all runs that have ended. */
    static void forget(Path stateDirectory) {
        Path directory = stateDirectory.resolve(DIRECTORY);
        for (String name : StateDirectory.names(directory)) {
            if (isLeft(name) || Claimer.parse(name) != null) {
                StateDirectory.delete(directory.resolve(name));
            }
        }
        StateDirectory.delete(directory);
    }

    private static boolean isLeftBehind(String name, Claimer self) {
        Claimer owner = Claimer.parse(name);
        return owner == null ? isLeft(name) : owner.realm().equals(self.realm()) && !self.respects(owner, 0);
    }

    private static boolean isLeft(String name) {
        return name.startsWith(LEFT) && name.indexOf('.') < 0;
    }

    private static void addTo(Counts counts, Path file) {
        @Nullable String text = StateDirectory.read(file);
        if (text != null) {
            counts.add(text);
        }
    }
}
