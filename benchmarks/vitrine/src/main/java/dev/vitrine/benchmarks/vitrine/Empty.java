package dev.vitrine.benchmarks.vitrine;

/** A command that does nothing: what everything else is compared with. */
public final class Empty {
    private Empty() {}

    /** Takes for how many milliseconds the command works; with nothing, it ends at once. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            Thread.sleep(Long.parseLong(arguments[0]));
        }
    }
}
