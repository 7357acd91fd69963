package dev.vitrine.benchmarks.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/** A compiler's output kept in memory, so that no disk is measured. */
final class InMemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    /** A folder that nothing is written to; there are processors that insist on the scheme. */
    private static final URI FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "nothing-here")
            .toUri()
            .resolve("nothing-here/");

    private final Map<String, Content> generatedSources = new LinkedHashMap<>();
    private final Map<String, Content> classes = new LinkedHashMap<>();

    InMemoryFiles(StandardJavaFileManager files) {
        super(files);
    }

    /** The sources that processors have generated, by class name. */
    Map<String, String> generatedSources() {
        Map<String, String> sources = new LinkedHashMap<>();
        generatedSources.forEach((name, content) -> sources.put(name, content.text()));
        return sources;
    }

    /** The class files of the generated sources, by class name. */
    Map<String, byte[]> generatedClasses() {
        Map<String, byte[]> generated = new LinkedHashMap<>();
        classes.forEach((name, content) -> {
            if (generatedSources.containsKey(name.split("\\$", 2)[0])) {
                generated.put(name, content.bytes.toByteArray());
            }
        });
        return generated;
    }

    /** A source file with this text. */
    static JavaFileObject source(String className, String text) {
        Content source = new Content(className, JavaFileObject.Kind.SOURCE);
        source.bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return source;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        Content content = new Content(className, kind);
        if (kind == JavaFileObject.Kind.SOURCE) {
            generatedSources.put(className, content);
        } else if (kind == JavaFileObject.Kind.CLASS) {
            classes.put(className, content);
        }
        return content;
    }

    @Override
    public FileObject getFileForOutput(
            Location location, String packageName, String relativeName, @Nullable FileObject sibling) {
        return new Content(relativeName, JavaFileObject.Kind.OTHER);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b);
    }

    private static final class Content extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Content(String name, Kind kind) {
            super(FOLDER.resolve(kind == Kind.OTHER ? name : name.replace('.', '/') + kind.extension), kind);
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }

        @Override
        public InputStream openInputStream() throws NoSuchFileException {
            if (kind == Kind.OTHER && bytes.size() == 0) {
                throw new NoSuchFileException(getName());
            }
            return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }
}
