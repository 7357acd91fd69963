package dev.vitrine.compiled.publication;

import dev.vitrine.compiled.CatalogFile;
import dev.vitrine.compiled.publication.Drift.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder under source control that holds the copy of one catalog. */
public final class PublishedFolder {
    private final Path folder;

    /** Takes the folder, which need not be there yet. */
    public PublishedFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    /** What the committed file of this name holds; empty when there is none. */
    public Optional<byte[]> read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Holds the committed files against these, byte for byte. */
    public List<Drift> compare(List<CatalogFile> compiled) throws IOException {
        List<Drift> drifts = new ArrayList<>();
        for (CatalogFile file : compiled) {
            Optional<byte[]> committed = read(file.name());
            Path path = folder.resolve(file.name());
            if (committed.isEmpty()) {
                drifts.add(new Drift(path, Kind.MISSING, List.of()));
            } else if (!file.holds(committed.get())) {
                drifts.add(difference(path, committed.get(), file));
            }
        }
        return drifts;
    }

    /**
     * Writes these files where the committed ones differ. Each file is there whole, the old or the new one, whatever
     * happens meanwhile.
     *
     * @return the files that were written
     */
    public List<Path> write(List<CatalogFile> compiled) throws IOException {
        List<Path> written = new ArrayList<>();
        for (CatalogFile file : compiled) {
            Optional<byte[]> committed = read(file.name());
            if (committed.isEmpty() || !file.holds(committed.get())) {
                written.add(replace(file));
            }
        }
        return written;
    }

    private static Drift difference(Path path, byte[] committed, CatalogFile compiled) {
        String text = new String(committed, StandardCharsets.UTF_8);
        if (text.replace("\r\n", "\n").equals(compiled.text())) {
            return new Drift(path, Kind.LINE_ENDS, List.of());
        }
        boolean page = compiled.name().equals(CatalogFile.PAGE);
        if (page && PublishedPage.isSameButForCallSites(compiled, committed)) {
            return new Drift(path, Kind.CALL_SITES, List.of());
        }
        // The page is made from the data beside it, whose difference says it better.
        return new Drift(path, Kind.DIFFERENT, page ? List.of() : LineDifference.unified(text, compiled.text()));
    }

    private Path replace(CatalogFile file) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(file.name());
        // Beside the target, since a move is atomic within one file system; not by createTempFile, whose files are
        // readable by their owner alone.
        Path temporary =
                folder.resolve('.' + file.name() + '.' + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(temporary, file.bytes());
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        return target;
    }
}
