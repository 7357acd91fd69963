package dev.vitrine.command;

import dev.vitrine.compiled.ClassRoot;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The folders and jars that a command has open, closed together. */
final class OpenRoots implements Closeable {
    private final Deque<ClassRoot> opened = new ArrayDeque<>();

    /** Opens a folder or a jar. */
    ClassRoot open(Path location) throws IOException {
        ClassRoot root = ClassRoot.open(location);
        opened.push(root);
        return root;
    }

    @Override
    public void close() throws IOException {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
