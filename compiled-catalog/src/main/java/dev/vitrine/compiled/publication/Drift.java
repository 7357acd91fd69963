package dev.vitrine.compiled.publication;

import java.nio.file.Path;
import java.util.List;

/**
 * A committed file that is not what was compiled.
 *
 * @param file the committed file
 * @param kind in what way
 * @param difference the lines of a unified difference, committed to compiled; empty unless the text differs
 */
public record Drift(Path file, Kind kind, List<String> difference) {

    /** Copies the list. */
    public Drift {
        difference = List.copyOf(difference);
    }

    /** In what way a committed file can differ. */
    public enum Kind {
        /** It is not there. */
        MISSING("is not there yet"),
        /** Its text differs. */
        DIFFERENT("differs from what was compiled"),
        /** It is a page whose call sites differ, and nothing else. */
        CALL_SITES("names other callers than the code has"),
        /** Only its line ends differ, as after a checkout that converts them. */
        LINE_ENDS(
                "has other line ends than what was compiled; put '* text eol=lf' for this folder into .gitattributes");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The rest of a sentence that begins with the file's name. */
        public String text() {
            return text;
        }
    }
}
