package dev.vitrine.compiled.calls;

import java.util.Comparator;

/**
 * A place that emits an experiment.
 *
 * @param experiment the experiment's id
 * @param type the class that holds the place, by its binary name
 * @param method the method in which it was written; {@code <init>} and {@code <clinit>} as in class files
 * @param sourceFile the name of the source file; empty when the class file does not say
 * @param line the line in it; 0 when the class file does not say
 */
public record CallSite(String experiment, String type, String method, String sourceFile, int line)
        implements Comparable<CallSite> {

    private static final Comparator<CallSite> ORDER = Comparator.comparing(CallSite::experiment)
            .thenComparing(CallSite::type)
            .thenComparingInt(CallSite::line)
            .thenComparing(CallSite::method)
            .thenComparing(CallSite::sourceFile);

    @Override
    public int compareTo(CallSite other) {
        return ORDER.compare(this, other);
    }

    /** As in a stack trace: {@code pi.tools.Edit.apply(Edit.java:42)}. */
    @Override
    public String toString() {
        return BytecodeLocation.text(type, method, sourceFile, line);
    }
}
