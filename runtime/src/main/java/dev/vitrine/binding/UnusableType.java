package dev.vitrine.binding;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an experiment whose description cannot be made in this run, for want of a class. It has no id and its event
 * no name: none is encoded.
 */
final class UnusableType<T extends Record> extends ExperimentType<T> {
    private UnusableType() {
        super("", "", "", Long.MAX_VALUE);
    }

    /** Of the type that the JVM knows already: to verify its caller it need not load this class, which hardly a run needs. */
    static <T extends Record> ExperimentType<T> make() {
        return new UnusableType<>();
    }

    @Override
    protected void write(T event, PayloadWriter out) {
        out.isGiven(null);
    }

    /** One is as good as another: each is made when it is asked for, and all of them have one recorder. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnusableType<?>;
    }

    @Override
    public int hashCode() {
        return UnusableType.class.hashCode();
    }
}
