package dev.vitrine.benchmarks.process;

import dev.vitrine.benchmarks.report.Program;
import java.nio.file.Path;
import java.util.List;

/**
 * Class-data archives, from which a JVM takes classes as they lay in memory: it neither reads them from a jar nor
 * verifies them. Each is made by a run of the command that it is for.
 */
final class Archives {
    private final Path folder;
    private int made;

    /** Takes an empty folder for them. */
    Archives(Path folder) {
        this.folder = folder;
    }

    /** The command, with an archive of its own, for which it runs once. */
    List<String> archived(List<String> command) {
        Path archive = folder.resolve(made++ + ".jsa");
        Program.results(Program.with(List.of("-XX:ArchiveClassesAtExit=" + archive), command));
        return Program.with(List.of("-XX:SharedArchiveFile=" + archive), command);
    }
}
