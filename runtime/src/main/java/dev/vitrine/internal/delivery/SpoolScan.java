package dev.vitrine.internal.delivery;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at the spool's directory. Names that are not ours, however many, are passed over.
 */
final class SpoolScan {
    static final Comparator<BatchName> OLDEST_FIRST = new Comparator<BatchName>() {
        @Override
        public int compare(BatchName one, BatchName other) {
            int byTime = Long.compare(one.created(), other.created());
            return byTime != 0 ? byTime : one.id().compareTo(other.id());
        }
    };

    private final Path directory;
    private final Claimer self;
    private final List<BatchName> waiting = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
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
                ids.add(present.id());
                if (present.claimer() == null) {
                    waiting.add(present);
                }
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

    /** The batches that wait, the oldest first. */
    List<BatchName> waiting() {
        waiting.sort(OLDEST_FIRST);
        return waiting;
    }

    /** The ids of all batches. */
    Set<String> ids() {
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
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Path fileName = entry.getFileName();
                BatchName name = fileName == null ? null : BatchName.parse(fileName.toString());
                if (name != null) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
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
