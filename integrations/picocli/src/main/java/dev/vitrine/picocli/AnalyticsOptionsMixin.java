package dev.vitrine.picocli;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.RunChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options {@code --analytics} or {@code --no-analytics}, and {@code --analytics-log FILE}, for {@link picocli.CommandLine.Mixin}:
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

    // Two options and not one that can be negated: shells complete only the options that are declared.
    @ArgGroup
    private @Nullable ThisRun thisRun;

    private @Nullable Path logFile;

    /** For picocli, or for the field that is mixed in: nothing is chosen yet. */
    public AnalyticsOptionsMixin() {}

    private static final class ThisRun {
        @Option(names = "--analytics", description = "Ask for consent to analytics in this run.")
        private boolean ask;

        @Option(names = "--no-analytics", description = "Keep analytics off in this run.")
        private boolean off;

        /** Whatever is not a plain wish to be asked is a no. */
        RunChoice choice() {
            return ask && !off ? RunChoice.ASK : RunChoice.OFF;
        }
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
        if (thisRun != null) {
            options.forThisRun(thisRun.choice());
        }
        if (logFile != null) {
            options.logFile(logFile);
        }
        return options;
    }
}
