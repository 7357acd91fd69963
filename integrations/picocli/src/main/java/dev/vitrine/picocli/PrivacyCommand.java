package dev.vitrine.picocli;

import dev.vitrine.Analytics;
import dev.vitrine.PrivacyAnswer;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code privacy}, to be listed among an application's subcommands: what the application collects, and whether. Without a
 * subcommand of its own it is {@code privacy status}.
 *
 * <p>The analytics are those of the nearest parent that is an {@link AnalyticsSource}. Exit codes: 0 when it was done, 1
 * when it could not be done, 2 when the command line was not understood, and nothing was changed. What was asked for goes
 * to standard output, a sentence about what went wrong to standard error.
 */
@Command(
        name = "privacy",
        description = "What this application collects, and whether.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = HelpCommand.class,
        modelTransformer = ExperimentCandidates.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:could not be done; the reason is printed", "2:not understood; nothing was changed"
        })
public final class PrivacyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    /** A command of the runtime's that has no subcommand here yet, or none at all: the runtime says which. */
    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    @Override
    public Integer call() {
        return words.isEmpty() ? status() : run(words.toArray(new String[0]));
    }

    @Command(description = "What you decided, what is in force, and why.")
    int status() {
        return run("status");
    }

    @Command(description = "What can be sent, to the last value.")
    int show(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "EXPERIMENT",
                            description = "The id of one experiment; without it, all of them.")
                    @Nullable
                    String experiment) {
        return experiment == null ? run("show") : run("show", experiment);
    }

    @Command(description = "What changed since you agreed.")
    int changes() {
        return run("changes");
    }

    @Command(description = "Agree to what the catalog lists.")
    int on(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "MODE",
                            defaultValue = "anonymous",
                            completionCandidates = Modes.class,
                            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    String mode) {
        return run("on", mode);
    }

    @Command(description = "Refuse: nothing is sent, the tracking id goes.")
    int off() {
        return run("off");
    }

    @Command(description = "Refuse for ever: nobody asks again.")
    int disable() {
        return run("disable");
    }

    @Command(description = "What was sent, byte for byte.")
    int log() {
        return run("log");
    }

    @Command(description = "What would be sent now.")
    int preview() {
        return run("preview");
    }

    @Command(description = "Refuse, and delete ids, log and what waits.")
    int forget() {
        return run("forget");
    }

    @Command(name = "reset-id", description = "A new tracking id in place of the old one.")
    int resetId() {
        return run("reset-id");
    }

    @Command(description = "Says that you can agree: once, ever.")
    int hint() {
        return run("hint");
    }

    private int run(String... arguments) {
        CommandSpec spec = spec();
        try (Analytics analytics = AnalyticsSource.of(spec).openAnalytics()) {
            PrivacyAnswer answer = analytics.privacy().run(arguments);
            PrintWriter out = answer.exitCode() == 0
                    ? spec.commandLine().getOut()
                    : spec.commandLine().getErr();
            out.print(answer.text());
            out.flush();
            return answer.exitCode();
        }
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("picocli has not set the command's specification");
        }
        return command;
    }

    /** What can be typed after {@code on}. */
    static final class Modes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("anonymous", "identified").iterator();
        }
    }
}
