package dev.vitrine.internal.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The count of what became of each event. At rest: recorded = delivered + lost, for all reasons, + waiting in the
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
    /** How often the files are looked at while other runs begin and end. */
    private static final int MOST_LOOKS = 100;

    private final StateDirectory state;
    private final Path directory;
    private final Counts counts = new Counts();
    private volatile boolean changed;
    private boolean adopted;
    /** Whether this run's file was there. */
    private boolean written;
    /** Whether that file was deleted, and the gate has not said yes since. */
    private boolean forgotten;
    /** Whether the gate has said no, and not yes since. */
    private boolean withdrawn;
    /** Whether the next run has the counts. */
    private volatile boolean left;
    /** Where the counts go, twice in a second while events come: these objects are made once. */
    private @Nullable File own;

    private @Nullable File temporary;

    Ledger(StateDirectory state) {
        this.state = state;
        this.directory = state.resolve(DIRECTORY);
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
        String[] names = StateDirectory.names(directory);
        StateDirectory.sweep(directory, names, self);
        for (String name : names) {
            Path there = directory.resolve(name);
            // Read first: what cannot be read must not be written over.
            String text = isLeftBehind(name, self) ? StateDirectory.read(there) : null;
            if (text != null && StateDirectory.rename(there, directory.resolve(self.toString()))) {
                counts.add(text);
                written = true;
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
        if (!changed || !adopted || left) {
            // Not adopted: consent was never in force in this run, and without it no file is written.
            return;
        }
        changed = false;
        boolean saved = false;
        try {
            File file = own;
            File beside = temporary;
            if (file == null || beside == null) {
                file = directory.resolve(self.toString()).toFile();
                beside = StateDirectory.temporary(file, self);
                own = file;
                temporary = beside;
            }
            look();
            if (!forgotten) {
                state.create(directory);
                StateDirectory.replace(file, beside, counts.text());
                written = true;
                saved = true;
            }
        } finally {
            changed |= !saved;
        }
    }

    /**
     * Looks whether this run's file was deleted, by the user's wish to be forgotten or by the user's hand: then what was
     * counted so far is not written again, and nothing is until the gate has said yes.
     */
    void look() {
        File file = own;
        // The second question tells a file that is gone from one that cannot be looked at now.
        if (written && file != null && !file.exists() && Files.notExists(file.toPath())) {
            written = false;
            forgotten = true;
            counts.forget();
        }
    }

    /** The gate has said no: what is counted of what came before is not for the time after the next yes. */
    void withdraw() {
        withdrawn = true;
    }

    /**
     * The gate has said yes: what is counted from now on is written again.
     *
     * @param inHand how many events were recorded already, and are neither stored nor lost
     */
    void resume(int inHand) {
        if (forgotten && withdrawn) {
            counts.forgetAllBut(inHand);
        }
        forgotten = false;
        withdrawn = false;
    }

    /** Whether there are counts, and no file that they may be written to yet. */
    boolean isHomeless() {
        return changed && !adopted;
    }

    /** Leaves the counts to the next run. */
    void leave(Claimer self) {
        left = true;
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
        Path directory = stateDirectory.resolve(DIRECTORY);
        Counts sum = new Counts();
        int looks = 0;
        while (!addAll(sum, directory) && looks < MOST_LOOKS) {
            sum = new Counts();
            looks++;
        }
        return sum.totals();
    }

    /** Adds what is in each file; false when one was gone, since then its counts are in another one by now. */
    private static boolean addAll(Counts sum, Path directory) {
        for (String name : StateDirectory.names(directory)) {
            if ((isLeft(name) || Claimer.parse(name) != null)
                    && !addTo(sum, directory.resolve(name))
                    && !directory.resolve(name).toFile().exists()) {
                return false;
            }
        }
        return true;
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

    private static boolean addTo(Counts counts, Path file) {
        @Nullable String text = StateDirectory.read(file);
        if (text != null) {
            counts.add(text);
        }
        return text != null;
    }
}
