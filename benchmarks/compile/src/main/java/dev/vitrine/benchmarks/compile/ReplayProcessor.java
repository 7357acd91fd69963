package dev.vitrine.benchmarks.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * Reads nothing, checks nothing, and writes sources or class files that were made beforehand: what the compiler itself asks
 * of any processor that generates them, the least that is physically possible.
 */
final class ReplayProcessor extends AbstractProcessor {
    private final JavaFileObject.Kind kind;
    private final Map<String, byte[]> files;
    private boolean isDone;

    private ReplayProcessor(JavaFileObject.Kind kind, Map<String, byte[]> files) {
        this.kind = kind;
        this.files = files;
    }

    /** Makes a processor that writes these sources. */
    static Supplier<ReplayProcessor> ofSources(Map<String, String> sources) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        sources.forEach((className, text) -> files.put(className, text.getBytes(StandardCharsets.UTF_8)));
        return () -> new ReplayProcessor(JavaFileObject.Kind.SOURCE, files);
    }

    /** Makes a processor that writes these class files. */
    static Supplier<ReplayProcessor> ofClasses(Map<String, byte[]> classes) {
        return () -> new ReplayProcessor(JavaFileObject.Kind.CLASS, classes);
    }

    /** Makes a processor that does nothing: what it costs to have one. */
    static Supplier<ReplayProcessor> ofNothing() {
        return ofSources(Map.of());
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.vitrine.Experiment");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!isDone) {
            isDone = true;
            files.forEach(this::write);
        }
        return false;
    }

    private void write(String className, byte[] content) {
        Filer filer = processingEnv.getFiler();
        boolean isSource = kind == JavaFileObject.Kind.SOURCE;
        try (OutputStream out =
                (isSource ? filer.createSourceFile(className) : filer.createClassFile(className)).openOutputStream()) {
            out.write(content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
