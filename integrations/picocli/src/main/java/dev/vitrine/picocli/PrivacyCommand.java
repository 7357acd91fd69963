package dev.vitrine.picocli;

import dev.vitrine.Analytics;
import dev.vitrine.Privacy;
import dev.vitrine.PrivacyAnswer;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code privacy}, to be listed among an application's subcommands: what the application collects, and whether. Without a
 * subcommand of its own it is {@code privacy status}. The subcommands are those of {@link Privacy#commands()}, and whatever
 * is typed is read and answered by {@link Privacy#run}: {@code help}, {@code --help} and mistakes, too.
 *
 * <p>The analytics are those of the nearest parent that is an {@link AnalyticsSource}. Exit codes: 0 when it was done, 1
 * when it could not be done, 2 when the command line was not understood, and nothing was changed. What was asked for goes
 * to standard output, a sentence about what went wrong to standard error. With {@code --json} every answer is one JSON
 * object on standard output, also one about what went wrong.
 */
@Command(
        name = "privacy",
        description = "What this application collects, and whether: privacy help.",
        synopsisSubcommandLabel = "[COMMAND]",
        modelTransformer = PrivacySubcommands.class)
public final class PrivacyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer with one JSON object, for programs.")
    private boolean json;

    /** What stands before a subcommand, or in the place of one. */
    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    /** For picocli, which sets the rest. */
    public PrivacyCommand() {}

    @Override
    public Integer call() {
        return run(List.of());
    }

    /** Answers what was typed: the words that picocli has found here, and those that it has found from a subcommand on. */
    int run(List<String> fromSubcommand) {
        if (command == null) {
            throw new IllegalStateException("picocli has not set the command's specification");
        }
        String[] typed = Stream.concat(words.stream(), fromSubcommand.stream()).toArray(String[]::new);
        try (Analytics analytics = AnalyticsSource.of(command).openAnalytics()) {
            Privacy privacy =
                    analytics.privacy().forColumns(command.commandLine().getUsageHelpWidth());
            PrivacyAnswer answer = (json ? privacy.inJson() : privacy).run(typed);
            PrintWriter out = json || answer.exitCode() == 0
                    ? command.commandLine().getOut()
                    : command.commandLine().getErr();
            out.print(answer.text());
            out.flush();
            return answer.exitCode();
        }
    }
}
