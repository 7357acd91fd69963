package dev.vitrine.compiled.inspection;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that is wrong, or soon will be.
 *
 * @param code what it is
 * @param error whether it ends the build
 * @param problem what happened, and why it matters: one or two sentences
 * @param details lines that show it; may be empty
 * @param cure what to do: one sentence or command
 */
public record Finding(FindingCode code, boolean error, String problem, List<String> details, String cure) {
    /** Copies the list. */
    public Finding {
        details = List.copyOf(details);
    }

    /** A finding whose weight is its code's own. */
    static Finding of(FindingCode code, String problem, List<String> details, String cure) {
        return new Finding(code, code.isError(), problem, details, cure);
    }

    /** The lines to print: the problem after its code, the details indented, the cure. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add('[' + code.code() + "] " + problem);
        details.forEach(detail -> lines.add("    " + detail));
        lines.add("  " + cure);
        return lines;
    }
}
