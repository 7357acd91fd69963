package dev.vitrine.picocli;

import dev.vitrine.Analytics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Answers {@code --version} with the application's version, and a line that says whether analytics are on and how to
 * change it. The command or a parent of it is an {@link AnalyticsSource}.
 */
public final class AnalyticsVersionProvider implements IVersionProvider {
    @Spec
    private @Nullable CommandSpec command;

    /** Made by picocli. */
    public AnalyticsVersionProvider() {}

    @Override
    public String[] getVersion() {
        if (command == null) {
            throw new IllegalStateException("picocli has not set the command's specification");
        }
        AnalyticsSource source = AnalyticsSource.of(command);
        try (Analytics analytics = source.openAnalytics()) {
            return new String[] {source.versionLine(), analytics.privacy().versionLine()};
        }
    }
}
