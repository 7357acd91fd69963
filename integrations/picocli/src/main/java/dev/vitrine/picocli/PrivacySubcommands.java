package dev.vitrine.picocli;

import dev.vitrine.Analytics;
import dev.vitrine.Privacy;
import dev.vitrine.PrivacyUsage;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Adds the runtime's commands to {@code privacy}, so that shells complete them. picocli finds the words and understands none:
 * what it takes for an option that it does not know is a word, too, which the runtime answers.
 */
final class PrivacySubcommands implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec privacy) {
        privacy.parser().unmatchedOptionsArePositionalParams(true);
        for (PrivacyUsage usage : Privacy.commands()) {
            privacy.addSubcommand(usage.command(), subcommand(privacy, usage));
        }
        return privacy;
    }

    private static CommandSpec subcommand(CommandSpec privacy, PrivacyUsage usage) {
        CommandSpec subcommand = CommandSpec.forAnnotatedObject(new PrivacySubcommand());
        subcommand.usageMessage().description(usage.summary());
        subcommand.parser().unmatchedOptionsArePositionalParams(true);
        if (!usage.operand().isEmpty()) {
            subcommand.addPositional(PositionalParamSpec.builder()
                    .index("0")
                    .arity("0..1")
                    .paramLabel(usage.operand().replaceAll("[\\[\\]]", ""))
                    .type(String.class)
                    .completionCandidates(() -> candidates(privacy, usage).iterator())
                    .build());
        }
        return subcommand;
    }

    /** Asked for when they are needed: the application is known only once {@code privacy} has a parent. */
    private static List<String> candidates(CommandSpec privacy, PrivacyUsage usage) {
        try (Analytics analytics = AnalyticsSource.of(privacy).openAnalytics()) {
            return switch (usage.operand()) {
                case "[EXPERIMENT]" -> analytics.privacy().experiments();
                case "[MODE]" ->
                    analytics.application().modes().stream()
                            .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                            .toList();
                default -> List.of();
            };
        }
    }
}
