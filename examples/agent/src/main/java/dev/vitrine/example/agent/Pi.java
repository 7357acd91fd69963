package dev.vitrine.example.agent;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;
import dev.vitrine.SideRequest;
import dev.vitrine.example.agent.model.ModelEndpoint;
import dev.vitrine.picocli.AnalyticsOptionsMixin;
import dev.vitrine.picocli.AnalyticsSource;
import dev.vitrine.picocli.AnalyticsVersionProvider;
import dev.vitrine.picocli.PrivacyCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: reads its options, opens its analytics, and runs the shell until the user leaves. */
@AnalyticsApplication(
        name = "pi",
        controller = "Example Inc.",
        contact = "privacy@pi.example",
        policy = "https://pi.example/privacy",
        recipient =
                @Recipient(
                        name = "pi.example",
                        endpoint = "https://pi.example/api/analytics",
                        region = "EU",
                        retentionDays = 90),
        modes = {ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED},
        sideRequests =
                @SideRequest(
                        name = "update check",
                        endpoint = "https://pi.example/api/latest-version",
                        question = "Is there a newer version?"))
@Command(
        name = "pi",
        versionProvider = AnalyticsVersionProvider.class,
        mixinStandardHelpOptions = true,
        subcommands = PrivacyCommand.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "A coding agent's shell. Type /help in it.")
public final class Pi implements Callable<Integer>, AnalyticsSource {
    static final String VERSION = "0.62.0";

    @Spec
    private CommandLine.Model.@Nullable CommandSpec command;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "gpt-5",
            description = "The model that asks for edits.")
    private String model = "";

    @Option(names = "--settings", paramLabel = "FILE", description = "Use this settings.json.")
    private @Nullable Path settings;

    @Option(names = "--state", paramLabel = "DIRECTORY", description = "Keep state in this directory.")
    private @Nullable Path state;

    @Mixin
    private AnalyticsOptionsMixin analytics = new AnalyticsOptionsMixin();

    @Option(
            names = "--analytics-endpoint",
            paramLabel = "URI",
            description = "Send to this loopback address instead of the recipient, for demonstrations.")
    private @Nullable URI analyticsEndpoint;

    @Option(
            names = "--provider-endpoint",
            paramLabel = "URI",
            description = "Ask the model provider at this address, such as that of the example's local provider.")
    private @Nullable URI providerEndpoint;

    @Option(
            names = "--provider-patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the provider (default: ${DEFAULT-VALUE}).")
    private int providerPatience;

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Pi())
                .setParameterExceptionHandler(Pi::explain)
                .execute(arguments));
    }

    /** What was wrong with the command line, in a sentence and without the whole of the help. */
    private static int explain(ParameterException mistake, String[] arguments) {
        PrintWriter err = mistake.getCommandLine().getErr();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            err.println("pi: not understood: " + String.join(" ", unmatched.getUnmatched()));
            UnmatchedArgumentException.printSuggestions(unmatched, err);
        } else {
            err.println("pi: " + String.valueOf(mistake.getMessage()).replaceFirst("^Error: ", ""));
        }
        err.println("See pi --help.");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException {
        try (PiAnalytics opened = openAnalytics();
                AgentTerminal terminal = AgentTerminal.open()) {
            AgentShell shell = new AgentShell(opened, terminal, new Session(model), provider());
            opened.consent().askIfDue(new TerminalDialogue(terminal));
            return shell.run();
        }
    }

    @Override
    public PiAnalytics openAnalytics() {
        return PiAnalytics.open(options());
    }

    @Override
    public String versionLine() {
        return "pi " + VERSION;
    }

    private @Nullable ModelEndpoint provider() {
        if (providerEndpoint == null) {
            return null;
        }
        String scheme = providerEndpoint.getScheme();
        if (providerEndpoint.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new ParameterException(
                    commandLine(), "--provider-endpoint: " + providerEndpoint + " is no http or https address");
        }
        return new ModelEndpoint(providerEndpoint, Duration.ofSeconds(Math.max(1, providerPatience)));
    }

    private AnalyticsOptions options() {
        AnalyticsOptions.Builder options =
                analytics.applyTo(AnalyticsOptions.builder().appVersion(VERSION));
        if (settings != null) {
            options.settingsFile(settings);
        }
        if (state != null) {
            options.stateDirectory(state);
        }
        if (analyticsEndpoint != null) {
            try {
                options.loopbackEndpoint(analyticsEndpoint);
            } catch (IllegalArgumentException refused) {
                throw new ParameterException(commandLine(), "--analytics-endpoint: " + refused.getMessage(), refused);
            }
        }
        return options.build();
    }

    private CommandLine commandLine() {
        if (command == null) {
            throw new IllegalStateException("picocli has not set the command's specification");
        }
        return command.commandLine();
    }
}
