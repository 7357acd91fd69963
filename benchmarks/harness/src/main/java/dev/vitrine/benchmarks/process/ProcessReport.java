package dev.vitrine.benchmarks.process;

import dev.vitrine.benchmarks.report.Program;
import dev.vitrine.benchmarks.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of the commands. */
final class ProcessReport {
    private final List<Run> runs;
    private final int mostSeconds;

    ProcessReport(List<Run> runs, int mostSeconds) {
        this.runs = runs;
        this.mostSeconds = mostSeconds;
    }

    String text() {
        Table table = new Table(
                "command", "server", "runs", "wall ms", "added", "CPU ms", "added", "classes", "not archived");
        for (Run run : runs) {
            Cost cost = run.cost();
            Run baseline = run.baseline();
            Optional<Classes> classes = Optional.of(run)
                    .filter(each -> cost.ended() && cost.wallMilliseconds() < 3_000)
                    .map(ProcessReport::classes);
            table.row(
                    run.program(),
                    run.server(),
                    Integer.toString(run.times()),
                    cost.ended() ? milliseconds(cost.wallMilliseconds()) : "> " + mostSeconds * 1000,
                    baseline == null
                            ? ""
                            : added(cost.wallMilliseconds(), baseline.cost().wallMilliseconds()),
                    milliseconds(cost.cpuMilliseconds()),
                    baseline == null
                            ? ""
                            : added(cost.cpuMilliseconds(), baseline.cost().cpuMilliseconds()),
                    classes.map(loaded -> Integer.toString(loaded.all())).orElse(""),
                    classes.map(loaded -> Integer.toString(loaded.notArchived()))
                            .orElse(""));
        }
        return table
                + "\n\nMedians. *Added* is what the same JVM with the empty `main` above it does not take; for a run that"
                + " may send, with the one that sleeps as long; for a command whose classes are archived, with the empty one"
                + " whose classes are. *Archived*: with a class-data archive that the same command made when it ran once"
                + " before (`-XX:ArchiveClassesAtExit`, `-XX:SharedArchiveFile`). *Classes* are those that were loaded, and"
                + " *not archived* those of them that came from a jar or were made at run time; the JDK brings an archive of"
                + " its own classes. A command that did not end within " + mostSeconds + " s was ended.";
    }

    private static String milliseconds(double milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds);
    }

    private static String added(double measured, double baseline) {
        return String.format(
                Locale.ROOT, "%+.1f (%+.0f %%)", measured - baseline, 100 * (measured - baseline) / baseline);
    }

    /** How many classes a run has loaded, and how many of them were in no archive. */
    private record Classes(int all, int notArchived) {}

    private static Classes classes(Run run) {
        run.prepare();
        try {
            Path log = Files.createTempFile("classes", ".log");
            Program.results(Program.with(List.of("-Xlog:class+load:file=" + log), run.command()));
            try (Stream<String> lines = Files.lines(log)) {
                List<String> loaded =
                        lines.filter(line -> line.contains(" source: ")).toList();
                long archived = loaded.stream()
                        .filter(line -> line.contains(" source: shared objects file"))
                        .count();
                return new Classes(loaded.size(), loaded.size() - (int) archived);
            } finally {
                Files.delete(log);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
