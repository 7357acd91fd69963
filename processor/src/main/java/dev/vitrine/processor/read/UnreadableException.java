package dev.vitrine.processor.read;

/**
 * A declaration cannot be read now: a type that it names is not there yet, or one of its annotations does not compile.
 * When it stays so, the compiler itself reports it, at the right place.
 */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    UnreadableException(String what) {
        super(what);
        this.what = what;
    }

    /** The type or the member that cannot be read. */
    public String what() {
        return what;
    }
}
