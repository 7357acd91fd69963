package dev.vitrine.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;

/** Writes generated classes. */
public final class SourceFiles {
    private final Filer filer;
    private final Map<String, String> writtenFor = new HashMap<>();

    /** Writes with the compiler's filer. */
    public SourceFiles(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes a class that was made from {@code origin}.
     *
     * @return what has the name already; nothing when the class was written
     * @throws IOException when it cannot be written
     */
    public Optional<String> write(String packageName, TypeSpec type, TypeElement origin) throws IOException {
        String name = packageName.isEmpty() ? type.name() : packageName + '.' + type.name();
        // JavaPoet writes word by word: a compiler's writer, which encodes each, is handed the whole.
        String text = JavaFile.builder(packageName, type).indent("    ").build().toString();
        try (Writer out = filer.createSourceFile(name, origin).openWriter()) {
            out.write(text);
        } catch (FilerException taken) {
            String other = writtenFor.get(name);
            return Optional.of(other == null ? "it is a class of yours" : "it is made for " + other);
        }
        writtenFor.put(name, origin.getQualifiedName().toString());
        return Optional.empty();
    }
}
