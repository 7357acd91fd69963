package dev.vitrine.internal.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of one process at a time change a file: an operating system's lock on an empty file beside it, which
 * ends with the process that holds it. The empty file stays, since a lock on a file that may be deleted guards nothing.
 * Reading needs no lock.
 */
final class FileGuard {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Path lockFile;
    private final Object monitor;

    FileGuard(Path file) {
        this.lockFile = file.resolveSibling(file.getFileName() + ".lock");
        // A process that opens a lock file twice loses its lock when it closes either (POSIX fcntl). So there is one
        // monitor for the whole JVM, whatever loaded this class: interned strings are shared by all class loaders.
        this.monitor = ("dev.vitrine.lock:" + lockFile).intern();
    }

    /** What is done while the file is guarded. */
    interface Change {
        boolean apply() throws IOException;
    }

    /**
     * Does {@code change} alone.
     *
     * @throws IOException when the change throws it, or others kept the file for two seconds
     */
    boolean alone(Change change) throws IOException {
        synchronized (monitor) {
            AtomicReplacement.createFolder(AtomicReplacement.folderOf(lockFile));
            try (FileChannel channel = FileChannel.open(
                            lockFile,
                            Set.<OpenOption>of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            AtomicReplacement.ownerAlone(lockFile));
                    FileLock lock = acquire(channel)) {
                return lock.isValid() && change.apply();
            }
        }
    }

    private FileLock acquire(FileChannel channel) throws IOException {
        long begin = System.nanoTime();
        @Nullable FileLock lock = tryLock(channel);
        while (lock == null) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new IOException("another process keeps " + lockFile + " locked");
            }
            LockSupport.parkNanos(PAUSE);
            lock = tryLock(channel);
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }
}
