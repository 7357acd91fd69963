package dev.vitrine.collector;

import dev.vitrine.collector.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the store while a collector may be running. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies what is kept into a file, as of one moment, also while a collector is running.",
            "To go back to it, put the file as collector.sqlite into an empty folder, and start with --data. What was"
                    + " deleted on request after the copy was made comes back with it: keep copies for a short time."
        })
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "collector-data",
            description = "The folder of the store. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("collector-data");

    @Parameters(paramLabel = "FILE", description = "The copy; must not exist.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        SqliteStore.backup(data, file);
        spec.commandLine().getOut().println("Copied to " + file);
        return CommandLine.ExitCode.OK;
    }
}
