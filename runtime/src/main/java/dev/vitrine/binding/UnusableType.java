package dev.vitrine.binding;

/**
 * Stands for an experiment whose description cannot be made in this run, for want of a class. It has no id, and so is in no
 * catalog: nothing is recorded.
 */
final class UnusableType<T extends Record> extends ExperimentType<T> {
    UnusableType() {
        super("", "", "", 0);
    }

    @Override
    protected void write(T event, PayloadWriter out) {
        out.isGiven(null);
    }
}
