package dev.vitrine.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that is run several times, and what its runs have cost. */
final class Run {
    /** A command that takes longer is run once. */
    private static final double SLOW_MILLISECONDS = 3_000;

    private final String program;
    private final String server;
    private final List<String> command;
    private final @Nullable Run baseline;
    private final Runnable before;
    private final List<Cost> costs = new ArrayList<>();

    /**
     * A command.
     *
     * @param program what the table calls it
     * @param server what the server does
     * @param command the command line
     * @param baseline what it is compared with
     * @param before what is prepared before each run
     */
    Run(String program, String server, List<String> command, @Nullable Run baseline, Runnable before) {
        this.program = program;
        this.server = server;
        this.command = command;
        this.baseline = baseline;
        this.before = before;
    }

    /** Runs it once more, unless it is slow. */
    void again(int mostSeconds) {
        if (costs.isEmpty() || costs.get(0).wallMilliseconds() < SLOW_MILLISECONDS) {
            prepare();
            costs.add(Cost.of(command, mostSeconds));
        }
    }

    /** Prepares its next run. */
    void prepare() {
        before.run();
    }

    String program() {
        return program;
    }

    String server() {
        return server;
    }

    List<String> command() {
        return command;
    }

    @Nullable
    Run baseline() {
        return baseline;
    }

    int times() {
        return costs.size();
    }

    Cost cost() {
        return Cost.median(costs);
    }
}
