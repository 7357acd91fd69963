package dev.vitrine.internal.delivery;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory of an application's state, and how files come into it: whole or not at all, and for the user's eyes
 * alone.
 *
 * <p>Small files are written by {@code java.io}, which costs a tenth of {@code java.nio.file.Files} at its first use.
 */
final class StateDirectory {
    private static final String TEMPORARY = ".new";
    private static final int SMALL_FILE_BYTES = 64 * 1024;

    private final Path path;

    StateDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** A file or directory in it. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Makes a directory in it, and whatever is missing above it, for the user alone. */
    void create(Path directory) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            // Somebody put a link there, to a place that is not ours to write to.
            throw new IOException(directory + " is not a directory of its own");
        }
    }

    /** Makes an empty file in it, if there is none, for the user alone: the directory may be older, and open to others. */
    void createFile(Path file) throws IOException {
        if (file.toFile().exists()) {
            return;
        }
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (IOException refused) {
            // Unless another process was faster; then it is a file of the same kind.
            if (!file.toFile().exists()) {
                throw refused;
            }
        }
    }

    /** Replaces a small file at once: a reader finds the old or the new text, never a part. */
    void replace(Path file, String text, Claimer writer) throws IOException {
        create(path);
        File replaced = file.toFile();
        replace(replaced, temporary(replaced, writer), text);
    }

    /** As above, for a file that is often replaced, by way of {@link #temporary one beside it}. */
    static void replace(File file, File temporary, String text) throws IOException {
        try (OutputStream out = new FileOutputStream(temporary)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException incomplete) {
            delete(temporary);
            throw incomplete;
        }
        move(temporary, file);
    }

    /** Where a process writes what shall take another file's place. */
    static File temporary(File file, Claimer writer) {
        return new File(file.getParentFile(), writer + TEMPORARY);
    }

    /** Deletes what a process that is gone has not finished writing in one of its {@link #replace replacements}. */
    static void sweep(Path directory, String[] names, Claimer self) {
        for (String name : names) {
            Claimer writer = name.endsWith(TEMPORARY)
                    ? Claimer.parse(name.substring(0, name.length() - TEMPORARY.length()))
                    : null;
            if (writer != null && writer.realm().equals(self.realm()) && !self.respects(writer, 0)) {
                delete(directory.resolve(name));
            }
        }
    }

    /** Reads a small file as text; null when there is none, or it is none of ours. */
    static @Nullable String read(Path file) {
        try {
            byte[] bytes = read(file, SMALL_FILE_BYTES);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /**
     * Reads a file of at most {@code most} bytes; null when it is longer, or is no file: a link could lead anywhere, and
     * reading a pipe might never end.
     */
    static byte @Nullable [] read(Path file, int most) throws IOException {
        File opened = file.toFile();
        // Asked first, because Files says no by an exception, and most often there is none of the files in question.
        if (!opened.exists() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = new FileInputStream(opened)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? null : bytes;
        }
    }

    /** Gives a file another name, in one step that only one process can do; false when it is not there any more. */
    static boolean rename(Path from, Path to) {
        return rename(from.toFile(), to.toFile());
    }

    /** As above. */
    static boolean rename(File from, File to) {
        return from.renameTo(to);
    }

    /** Deletes a file; true for the one caller that did it. */
    static boolean delete(Path file) {
        return delete(file.toFile());
    }

    /** As above. */
    static boolean delete(File file) {
        return file.delete();
    }

    /** The names in a directory; none when there is no such directory. */
    static String[] names(Path directory) {
        String[] names = new File(directory.toString()).list();
        return names == null ? new String[0] : names;
    }

    private static void move(File from, File to) throws IOException {
        if (File.separatorChar == '/') {
            if (!rename(from, to)) {
                delete(from);
                throw new IOException(to + " cannot be replaced");
            }
        } else {
            Files.move(from.toPath(), to.toPath(), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
