package dev.vitrine.example.demo;

/** Something was not as the demonstration says it is. */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mismatch(String reason) {
        super(reason);
    }

    /** Goes on only when {@code condition} holds. */
    static void unless(boolean condition, String reason) {
        if (!condition) {
            throw new Mismatch(reason);
        }
    }
}
