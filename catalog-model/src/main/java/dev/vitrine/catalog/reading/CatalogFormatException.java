package dev.vitrine.catalog.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file is no catalog, or not one that Vitrine wrote. The message names the place, what is wrong there, and the cure. */
public final class CatalogFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * Describes a mistake.
     *
     * @param source the file, as the reader of the message knows it
     * @param place where in it: a JSON Pointer (RFC 6901), or a line and a column
     * @param problem what is wrong there
     * @param cause what found it, if anything did
     */
    CatalogFormatException(String source, String place, String problem, @Nullable Throwable cause) {
        super(
                source + ", " + place + ": " + problem
                        + ". This file is written by the compiler and the build, never by hand: make it again"
                        + " (with Maven, mvn vitrine:update; without, java -jar vitrine.jar update --classes CLASSES),"
                        + " and make all copies with the same version of Vitrine.",
                cause);
        this.place = place;
    }

    /** Where in the file: a JSON Pointer (RFC 6901), or a line and a column. */
    public String place() {
        return place;
    }
}
