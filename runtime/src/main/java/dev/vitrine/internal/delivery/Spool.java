package dev.vitrine.internal.delivery;

import dev.vitrine.internal.consent.BatchPermit;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The batches on disk: at most 500 files, 5 MiB, 21 days, shared by all processes of an application.
 *
 * <p>A file is whole as soon as it has its name, and belongs to whoever has renamed it to a name of its own. Whoever
 * deletes a file counts its events, so that several processes count each event once. What has no name of ours is not
 * touched.
 *
 * <p>Not safe for use by several threads at once.
 */
final class Spool {
    static final String DIRECTORY = "spool";
    static final int MOST_FILES = 500;
    static final long MOST_BYTES = 5L * 1024 * 1024;
    static final long MOST_MILLISECONDS = TimeUnit.DAYS.toMillis(21);

    private final StateDirectory state;
    private final Path directory;
    /** What the path of a file begins with: what is done for each batch is done by java.io, which makes less of it. */
    private final String folder;

    private final Claimer self;
    private final Ledger ledger;
    private final String protocol;
    private final String destination;

    private final Deque<BatchName> waiting = new ArrayDeque<>();
    /** What this run has stored and not seen the end of: counted as lost if the whole directory disappears. */
    private final Map<String, Stored> stored = new HashMap<>();

    /** Whether those that wait are in order: only who sends one needs that. */
    private boolean sorted;

    private int files;
    private long bytes;

    /** Takes the protocol and the recipient's address: batches for other ones are left alone. */
    Spool(StateDirectory state, Claimer self, Ledger ledger, String protocol, String destination) {
        this.state = state;
        this.directory = state.resolve(DIRECTORY);
        this.folder = directory.toString() + File.separatorChar;
        this.self = self;
        this.ledger = ledger;
        this.protocol = protocol;
        this.destination = destination;
    }

    /** How many events a batch of this run's has, and when it was stored, on a clock that nobody sets. */
    private static final class Stored {
        private final int events;
        private final long nanoTime;

        Stored(int events, long nanoTime) {
            this.events = events;
            this.nanoTime = nanoTime;
        }
    }

    /** A batch that this run has claimed. */
    record Claimed(BatchName name, Batch batch) {}

    /** Looks at what is there: takes over what dead processes have left, and drops what is too old. */
    void scan(long now) throws IOException {
        SpoolScan scan = new SpoolScan(directory, self);
        boolean there = scan.read();
        if (!there) {
            countVanished();
        }
        if (!stored.isEmpty()) {
            stored.keySet().retainAll(scan.ids());
        }
        waiting.clear();
        sorted = false;
        files = scan.files();
        bytes = scan.bytes();
        for (BatchName name : scan.waiting()) {
            if (isTooOld(name, now)) {
                drop(name, LossReason.TOO_OLD);
            } else {
                waiting.add(name);
            }
        }
    }

    /**
     * Stores a batch, claimed by this run or for whoever comes first.
     *
     * @param permit the gate's leave to store it now
     * @return the batch, when this run has claimed it; null when it waits for whoever comes first, and when there is no
     *     room for it, which is counted
     * @throws IOException when the disk refuses; nothing is left behind
     */
    @Nullable
    Claimed store(BatchPermit permit, Batch batch, boolean claimed) throws IOException {
        Objects.requireNonNull(permit, "nothing is stored without a permit");
        byte[] head = SpoolFile.head(protocol, destination, batch);
        int length = head.length + batch.length();
        if (!makeRoom(length)) {
            ledger.lost(LossReason.SPOOL_FULL, batch.events());
            return null;
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            countVanished();
            state.create(directory);
        }
        BatchName name = new BatchName(batch.created(), batch.events(), length, batch.id(), null, true);
        BatchName target = claimed ? name.claimedBy(self) : name;
        File temporary = file(name.writtenBy(self));
        try (OutputStream out = new FileOutputStream(temporary)) {
            out.write(head);
            out.write(batch.line(), 0, batch.length());
        } catch (IOException incomplete) {
            StateDirectory.delete(temporary);
            throw incomplete;
        }
        if (!StateDirectory.rename(temporary, file(target))) {
            StateDirectory.delete(temporary);
            throw new IOException("a batch cannot be put in its place in " + directory);
        }
        files++;
        bytes += length;
        stored.put(batch.id(), new Stored(batch.events(), System.nanoTime()));
        if (claimed) {
            return new Claimed(target, batch);
        }
        waiting.add(target);
        return null;
    }

    /** Claims the batch that has waited longest; null when none waits that this run could send. */
    @Nullable
    Claimed claimNext(long now) {
        if (!sorted) {
            List<BatchName> names = new ArrayList<>(waiting);
            Collections.sort(names);
            waiting.clear();
            waiting.addAll(names);
            sorted = true;
        }
        BatchName name;
        while ((name = waiting.poll()) != null) {
            if (isTooOld(name, now)) {
                drop(name, LossReason.TOO_OLD);
                continue;
            }
            // A date in the future comes from a clock that was wrong; from now on the batch is as old as it looks.
            BatchName claimed = name.createdAt(Math.min(now, name.created())).claimedBy(self);
            if (!StateDirectory.rename(file(name), file(claimed))) {
                forget(name);
                continue;
            }
            // By this time others tell how old a claim is that they cannot ask; a new name alone leaves the old time.
            file(claimed).setLastModified(System.currentTimeMillis());
            SpoolFile.Content content = read(claimed);
            if (content == null) {
                drop(claimed, LossReason.DAMAGED);
            } else if (content.protocol.equals(protocol) && content.destination.equals(destination)) {
                return new Claimed(claimed, content.batch);
            } else {
                StateDirectory.rename(file(claimed), file(claimed.waiting()));
            }
        }
        return null;
    }

    /** Gives a claimed batch back, to be sent later: behind all others, so that one alone cannot hold them up. */
    void release(Claimed claimed) {
        BatchName name = claimed.name().waiting();
        if (StateDirectory.rename(file(claimed.name()), file(name))) {
            waiting.add(name);
        } else {
            gone(claimed.name());
        }
    }

    /** Deletes a batch that was delivered. */
    void delivered(Claimed claimed) {
        if (StateDirectory.delete(file(claimed.name()))) {
            ledger.delivered(claimed.name().events());
            forget(claimed.name());
        } else {
            gone(claimed.name());
        }
    }

    /** Deletes a batch, and counts its events. */
    void lost(Claimed claimed, LossReason reason) {
        drop(claimed.name(), reason);
    }

    /** Deletes everything, also what others have claimed. */
    void withdraw() throws IOException {
        SpoolScan scan = new SpoolScan(directory, self);
        scan.deleteAll(ledger);
        waiting.clear();
        stored.clear();
        files = 0;
        bytes = 0;
    }

    /** How many batches wait, as far as this run knows. */
    int waiting() {
        return waiting.size();
    }

    /** When the oldest batch was made; {@code Long.MAX_VALUE} when none waits. */
    long oldest() {
        long oldest = Long.MAX_VALUE;
        for (BatchName name : waiting) {
            oldest = Math.min(oldest, name.created());
        }
        return oldest;
    }

    /** By the date in its name; but a clock that is set ahead makes nothing old that this run has stored just now. */
    private boolean isTooOld(BatchName name, long now) {
        if (now - name.created() <= MOST_MILLISECONDS) {
            return false;
        }
        Stored own = stored.get(name.id());
        return own == null || System.nanoTime() - own.nanoTime > TimeUnit.MILLISECONDS.toNanos(MOST_MILLISECONDS);
    }

    private boolean makeRoom(int needed) {
        while (files + 1 > MOST_FILES || bytes + needed > MOST_BYTES) {
            BatchName oldest = null;
            for (BatchName name : waiting) {
                if (oldest == null || name.compareTo(oldest) < 0) {
                    oldest = name;
                }
            }
            if (oldest == null) {
                return false;
            }
            waiting.remove(oldest);
            drop(oldest, LossReason.SPOOL_FULL);
        }
        return true;
    }

    private SpoolFile.@Nullable Content read(BatchName name) {
        try {
            byte[] content = StateDirectory.read(directory.resolve(name.toString()), name.bytes());
            return content == null ? null : SpoolFile.read(name, content);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private void drop(BatchName name, LossReason reason) {
        if (StateDirectory.delete(file(name))) {
            ledger.lost(reason, name.events());
            forget(name);
        } else {
            gone(name);
        }
    }

    /** A file is not where this run left it: somebody else has counted it, unless the whole directory is gone. */
    private void gone(BatchName name) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            countVanished();
        }
        forget(name);
    }

    private void forget(BatchName name) {
        stored.remove(name.id());
        files = Math.max(0, files - 1);
        bytes = Math.max(0, bytes - name.bytes());
    }

    private void countVanished() {
        for (Stored each : stored.values()) {
            ledger.lost(LossReason.DISK_ERROR, each.events);
        }
        stored.clear();
        waiting.clear();
        files = 0;
        bytes = 0;
    }

    private File file(BatchName name) {
        return new File(folder.concat(name.toString()));
    }
}
