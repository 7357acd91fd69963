package dev.vitrine.picocli;

import dev.vitrine.Analytics;
import java.util.Objects;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completes the parameter of {@code privacy show} with the application's experiments. Which those are is known only once
 * {@code privacy} has a parent, so the parameter is changed here and its candidates are asked for when they are needed.
 */
final class ExperimentCandidates implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec privacy) {
        CommandSpec show =
                Objects.requireNonNull(privacy.subcommands().get("show")).getCommandSpec();
        PositionalParamSpec experiment = show.positionalParameters().get(0);
        show.remove(experiment);
        show.addPositional(PositionalParamSpec.builder(experiment)
                .completionCandidates(() -> ids(privacy).iterator())
                .build());
        return privacy;
    }

    private static Iterable<String> ids(CommandSpec privacy) {
        try (Analytics analytics = AnalyticsSource.of(privacy).openAnalytics()) {
            return analytics.privacy().experiments();
        }
    }
}
