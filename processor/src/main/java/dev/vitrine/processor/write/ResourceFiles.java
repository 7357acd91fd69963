package dev.vitrine.processor.write;

import java.io.IOException;
import java.io.OutputStream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes fragments and catalogs beside the classes. */
public final class ResourceFiles {
    private static final String FOLDER = "META-INF/vitrine/";

    private final Filer filer;

    /** Writes with the compiler's filer. */
    public ResourceFiles(Filer filer) {
        this.filer = filer;
    }

    /** Writes the fragment of an experiment. */
    public void writeFragment(String binaryName, byte[] json, TypeElement origin) throws IOException {
        write("experiments/" + binaryName + ".json", json, origin);
    }

    /** Writes one of the files of an application. */
    public void writeCatalog(String application, String fileName, byte[] content, TypeElement origin)
            throws IOException {
        write(application + '/' + fileName, content, origin);
    }

    private void write(String path, byte[] content, TypeElement origin) throws IOException {
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + path, origin)
                .openOutputStream()) {
            out.write(content);
        }
    }
}
