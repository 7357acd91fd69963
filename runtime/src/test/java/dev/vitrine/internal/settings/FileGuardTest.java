package dev.vitrine.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failure 28: opening and closing a lock file a second time in one JVM silently frees the lock. */
class FileGuardTest {
    @TempDir
    private Path folder;

    @Test
    void failure28AnotherThreadThatWaitsOrGivesUpDoesNotOpenTheFileToOtherProcesses() throws Exception {
        Path file = folder.resolve("settings.json");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean secondWasInside = new AtomicBoolean();
        Thread first = thread("first", file, () -> {
            inside.countDown();
            return waitFor(done);
        });
        Thread second = thread("second", file, () -> {
            secondWasInside.set(done.getCount() > 0);
            return true;
        });
        try {
            first.start();
            assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
            second.start();
            // Until it waits for the first one; or, were nothing in its way but the lock, until it has given up.
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> second.getState() == Thread.State.BLOCKED || !second.isAlive());

            assertThat(anotherProcessLocks(folder.resolve("settings.json.lock")))
                    .isEqualTo("locked already");
        } finally {
            done.countDown();
            first.join();
            second.join();
        }
        assertThat(secondWasInside).isFalse();
    }

    private static Thread thread(String name, Path file, FileGuard.Change change) {
        return new Thread(
                () -> {
                    try {
                        new FileGuard(file).alone(change);
                    } catch (IOException gaveUp) {
                        assertThat(gaveUp).hasMessageContaining("locked");
                    }
                },
                name);
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String anotherProcessLocks(Path lockFile) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProgram.class.getName(),
                        lockFile.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    /** Tries to take a lock, in a process of its own. */
    static final class LockingProgram {
        private LockingProgram() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                System.out.println(lock == null ? "locked already" : "free");
            }
        }
    }
}
