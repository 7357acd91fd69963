package dev.vitrine.picocli;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.RunChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options {@code --[no-]analytics} and {@code --analytics-log FILE}, for {@link picocli.CommandLine.Mixin}:
 *
 * <pre>{@code
 * @Mixin
 * private AnalyticsOptionsMixin analytics;
 *
 * AnalyticsOptions options = analytics.applyTo(AnalyticsOptions.builder().appVersion("1.2.0")).build();
 * }</pre>
 */
public final class AnalyticsOptionsMixin {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private @Nullable RunChoice runChoice;
    private @Nullable Path logFile;

    @Option(
            names = "--analytics",
            negatable = true,
            description = {"Ask for consent to analytics in this run, or", "(--no-analytics) keep them off in this run."
            })
    void runChoice(boolean on) {
        runChoice = on ? RunChoice.ASK : RunChoice.OFF;
    }

    @Option(
            names = "--analytics-log",
            paramLabel = "FILE",
            description = {"Append to FILE what analytics send; with", "--no-analytics, what they would have sent."})
    void logFile(Path file) {
        if (command != null && (file.toString().isBlank() || Files.isDirectory(file))) {
            throw new ParameterException(
                    command.commandLine(), "--analytics-log: '" + file + "' is no file; name one to append to");
        }
        logFile = file;
    }

    /** Sets what was given on the command line, and leaves the rest of {@code options} as it is. */
    public AnalyticsOptions.Builder applyTo(AnalyticsOptions.Builder options) {
        if (runChoice != null) {
            options.forThisRun(runChoice);
        }
        if (logFile != null) {
            options.logFile(logFile);
        }
        return options;
    }
}
