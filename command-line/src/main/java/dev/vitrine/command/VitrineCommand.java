package dev.vitrine.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code vitrine}. */
@Command(
        name = "vitrine",
        description = "Keeps the committed privacy catalog equal to what was compiled.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CheckCommand.class, UpdateCommand.class, DiffCommand.class, ShowCommand.class})
public final class VitrineCommand {
    /** All is well. */
    static final int OK = CommandLine.ExitCode.OK;
    /** Something was found that is set to fail. */
    static final int FOUND = 1;
    /** Something could not be read or written. */
    static final int UNREADABLE = 3;

    /** For picocli. */
    VitrineCommand() {}

    /** Runs the command, and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    /** Runs the command. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = new CommandLine(new VitrineCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(VitrineCommand::told);
        if (arguments.length == 0) {
            command.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return command.execute(arguments);
    }

    private static int told(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("vitrine: " + (problem.getMessage() == null ? problem : problem.getMessage()));
        return UNREADABLE;
    }
}
