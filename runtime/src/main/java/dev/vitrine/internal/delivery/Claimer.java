package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.Hexadecimal;
import dev.vitrine.internal.encoding.RandomBytes;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Who has claimed a file: part of its name.
 *
 * <p>A process is known by its id and its start time, since ids are used again. Both mean something only among processes
 * that see each other: {@code realm} tells boots, and on Linux also the containers that share a home directory.
 */
final class Claimer {
    private static final int DIGITS = 8;
    /** How long a claim of another realm holds: nobody can be asked whether it lives, and sending takes seconds. */
    private static final long FOREIGN_CLAIM_MILLISECONDS = 3_600_000;

    private final String realm;
    private final long pid;
    private final long started;
    private final String nonce;
    /** Made once: it is part of four names for each batch. */
    private final String text;

    Claimer(String realm, long pid, long started, String nonce) {
        this.realm = realm;
        this.pid = pid;
        this.started = started;
        this.nonce = nonce;
        this.text = realm + '-' + pid + '-' + started + '-' + nonce;
    }

    /** A new claimer in this process. */
    static Claimer ofThisProcess() {
        String realm = currentRealm();
        String nonce = RandomBytes.nextHexadecimal(DIGITS / 2);
        // ProcessHandle costs 10 milliseconds at its first use; the process file system next to nothing.
        String[] stat = processStatus("self");
        if (stat != null) {
            return new Claimer(realm, Long.parseLong(stat[0]), Long.parseLong(stat[1]), nonce);
        }
        ProcessHandle self = ProcessHandle.current();
        return new Claimer(realm, self.pid(), startOf(self), nonce);
    }

    /** Reads a claimer from a part of a file's name; null when it is none. */
    static @Nullable Claimer parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 4 || !Hexadecimal.isDigits(parts[0], DIGITS) || !Hexadecimal.isDigits(parts[3], DIGITS)) {
            return null;
        }
        try {
            Claimer claimer = new Claimer(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
            return claimer.toString().equals(text) && claimer.pid > 0 && claimer.started >= 0 ? claimer : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** 8 hexadecimal digits for the machine, its boot and its process namespace. */
    String realm() {
        return realm;
    }

    /** The process id. */
    long pid() {
        return pid;
    }

    /** When the process started: an opaque number. */
    long started() {
        return started;
    }

    /** 8 hexadecimal digits, for several claimers in one process. */
    String nonce() {
        return nonce;
    }

    /** Whether a claim of {@code other}'s that is {@code ageMilliseconds} old still holds, as this process sees it. */
    boolean respects(Claimer other, long ageMilliseconds) {
        if (!other.realm.equals(realm)) {
            return Math.abs(ageMilliseconds) < FOREIGN_CLAIM_MILLISECONDS;
        }
        if (other.pid == pid) {
            return other.started == started;
        }
        String[] stat = processStatus(Long.toString(other.pid));
        if (stat != null) {
            return Long.parseLong(stat[1]) == other.started;
        }
        Optional<ProcessHandle> handle =
                Files.isDirectory(Path.of("/proc/self")) ? Optional.empty() : ProcessHandle.of(other.pid);
        return handle.isPresent() && handle.get().isAlive() && startOf(handle.get()) == other.started;
    }

    @Override
    public String toString() {
        return text;
    }

    private static long startOf(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return start.isPresent() ? start.get().toEpochMilli() : 0;
    }

    /** The id and the start time (in ticks since the boot) that Linux tells of a process; null where it tells nothing. */
    private static String @Nullable [] processStatus(String process) {
        String text = read("/proc/" + process + "/stat");
        // The name of the program, in parentheses, may hold anything; after it the fields are separated by spaces.
        int afterName = text.lastIndexOf(')') + 2;
        if (afterName < 2 || afterName >= text.length()) {
            return null;
        }
        String[] fields = text.substring(afterName).split(" ", -1);
        boolean gone = fields[0].equals("Z") || fields[0].equals("X");
        return fields.length < 20 || gone ? null : new String[] {text.substring(0, text.indexOf(' ')), fields[19]};
    }

    private static String currentRealm() {
        CRC32 checksum = new CRC32();
        checksum.update(read("/proc/sys/kernel/random/boot_id").getBytes(StandardCharsets.UTF_8));
        try {
            checksum.update(Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException untold) {
            checksum.update(0);
        }
        return Hexadecimal.of(checksum.getValue());
    }

    private static String read(String file) {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException | RuntimeException untold) {
            return "";
        }
    }
}
