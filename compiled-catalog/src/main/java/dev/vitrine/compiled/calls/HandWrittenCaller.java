package dev.vitrine.compiled.calls;

import java.util.Comparator;

/**
 * A place in code that was not generated, and that uses what is for generated code alone.
 *
 * @param type the class that holds the place, by its binary name
 * @param method the method in which it was written; empty when it is the class's own declaration
 * @param sourceFile the name of the source file; empty when the class file does not say
 * @param line the line in it; 0 when the class file does not say
 * @param target what is used there: a type, or a type and its method
 */
public record HandWrittenCaller(String type, String method, String sourceFile, int line, String target)
        implements Comparable<HandWrittenCaller> {

    private static final Comparator<HandWrittenCaller> ORDER = Comparator.comparing(HandWrittenCaller::type)
            .thenComparingInt(HandWrittenCaller::line)
            .thenComparing(HandWrittenCaller::method)
            .thenComparing(HandWrittenCaller::target)
            .thenComparing(HandWrittenCaller::sourceFile);

    @Override
    public int compareTo(HandWrittenCaller other) {
        return ORDER.compare(this, other);
    }

    /** The place, as in a stack trace. */
    public String place() {
        return BytecodeLocation.text(type, method.isEmpty() ? "class" : method, sourceFile, line);
    }
}
