package dev.vitrine.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        command.setCommandName("java -jar " + Path.of(jar()).getFileName());
        if (arguments.length == 0) {
            command.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return command.execute(arguments);
    }

    /** What stands before the arguments where this was started, so that a command in a message can be run as it is. */
    static String asTyped() {
        return "java -jar " + jar();
    }

    /** The jar that was started, as its path was typed. */
    private static String jar() {
        String path = System.getProperty("java.class.path", "");
        return path.endsWith(".jar") && !path.contains(File.pathSeparator) ? path : "vitrine.jar";
    }

    private static int told(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("vitrine: " + (problem.getMessage() == null ? problem : problem.getMessage()));
        return UNREADABLE;
    }
}
