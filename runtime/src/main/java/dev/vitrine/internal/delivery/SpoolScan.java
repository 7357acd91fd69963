package dev.vitrine.internal.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at the spool's directory. Names that are not ours, however many, are passed over.
 */
final class SpoolScan {
    private final Path directory;
    private final Claimer self;
    private final List<BatchName> waiting = new ArrayList<>();
    private final List<BatchName> claimed = new ArrayList<>();
    private boolean there;
    private int files;
    private long bytes;

    SpoolScan(Path directory, Claimer self) {
        this.directory = directory;
        this.self = self;
    }

    /** Reads the names, and takes over what dead processes have left; false when there is no such directory. */
    boolean read() throws IOException {
        for (BatchName name : names()) {
            BatchName present = name.claimer() == null ? name : released(name, name.claimer());
            if (present != null) {
                files++;
                bytes += present.bytes();
                (present.claimer() == null ? waiting : claimed).add(present);
            }
        }
        return there;
    }

    /** Deletes all that is ours, and counts it as withdrawn. */
    void deleteAll(Ledger ledger) throws IOException {
        for (BatchName name : names()) {
            if (StateDirectory.delete(directory.resolve(name.toString())) && name.whole()) {
                ledger.lost(LossReason.WITHDRAWN, name.events());
            }
        }
    }

    /** The batches that wait, in no order: most runs need none. */
    List<BatchName> waiting() {
        return waiting;
    }

    /** The ids of all batches. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (BatchName name : waiting) {
            ids.add(name.id());
        }
        for (BatchName name : claimed) {
            ids.add(name.id());
        }
        return ids;
    }

    /** How many files there are. */
    int files() {
        return files;
    }

    /** How long they are together. */
    long bytes() {
        return bytes;
    }

    private List<BatchName> names() throws IOException {
        List<BatchName> names = new ArrayList<>();
        there = Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
        if (!there) {
            return names;
        }
        // By java.io, as all that a short run does at its end.
        String[] entries = directory.toFile().list();
        if (entries == null) {
            throw new IOException(directory + " cannot be read");
        }
        for (String entry : entries) {
            BatchName name = BatchName.parse(entry);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** A claimed batch as it is once a claim that no longer holds is lifted; null when there is none any more. */
    private @Nullable BatchName released(BatchName name, Claimer claimer) {
        if (claimer.nonce().equals(self.nonce()) || self.respects(claimer, age(name, claimer))) {
            return name;
        }
        Path file = directory.resolve(name.toString());
        if (!name.whole()) {
            StateDirectory.delete(file);
            return null;
        }
        BatchName free = name.waiting();
        return StateDirectory.rename(file, directory.resolve(free.toString())) ? free : null;
    }

    private long age(BatchName name, Claimer claimer) {
        return claimer.realm().equals(self.realm())
                ? 0
                : System.currentTimeMillis()
                        - directory.resolve(name.toString()).toFile().lastModified();
    }
}
