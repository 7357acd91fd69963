package dev.vitrine.compiled;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder or a jar of classes and resources, open for reading.
 *
 * <p>Names have slashes, as in a jar, and come in ascending order, whatever the file system says.
 */
public final class ClassRoot implements Closeable {
    private final Path location;
    private final Path top;
    private final @Nullable FileSystem jar;

    private ClassRoot(Path location, Path top, @Nullable FileSystem jar) {
        this.location = location;
        this.top = top;
        this.jar = jar;
    }

    /**
     * Opens a folder or a jar.
     *
     * @throws IOException if there is neither, if it is a file that is no jar, or cannot be read
     */
    @SuppressWarnings("MustBeClosedChecker") // the file system is closed with the root
    public static ClassRoot open(Path location) throws IOException {
        if (Files.isDirectory(location)) {
            return new ClassRoot(location, location, null);
        }
        if (!Files.exists(location)) {
            throw new IOException("There is no file or folder " + location);
        }
        try {
            FileSystem jar = FileSystems.newFileSystem(location, (ClassLoader) null);
            return new ClassRoot(location, jar.getPath("/"), jar);
        } catch (ProviderNotFoundException notAnArchive) {
            throw new IOException(location + " is neither a folder nor a jar", notAnArchive);
        }
    }

    /** The folder or the jar. */
    public Path location() {
        return location;
    }

    /** Whether this is a jar, which may hold the classes of several modules. */
    public boolean isJar() {
        return jar != null;
    }

    /** The names of the files below {@code folder} (empty for all) that end with {@code suffix}; none when there is no such folder. */
    public List<String> list(String folder, String suffix) throws IOException {
        Path start = top.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(suffix) && Files.isRegularFile(file))
                    .map(file -> top.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** What the file of this name holds; empty when there is none. */
    public Optional<byte[]> read(String name) throws IOException {
        Path file = top.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Whether there is a file of this name. */
    public boolean contains(String name) {
        return Files.isRegularFile(top.resolve(name));
    }

    /** Whether there is a class with this binary name. */
    public boolean containsClass(String binaryName) {
        return contains(binaryName.replace('.', '/') + ".class");
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }

    @Override
    public String toString() {
        return location.toString();
    }
}
