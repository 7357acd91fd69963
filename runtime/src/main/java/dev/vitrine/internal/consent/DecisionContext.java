package dev.vitrine.internal.consent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.Circumstances.Coverage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is around a stored decision: gathers the {@link Circumstances}, and knows what a decision covers. */
final class DecisionContext {
    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Surroundings surroundings;
    private final Outline outline;

    DecisionContext(ApplicationType application, AnalyticsOptions options, Surroundings surroundings, Outline outline) {
        this.application = application;
        this.options = options;
        this.surroundings = surroundings;
        this.outline = outline;
    }

    /** What is in force when this is stored. Looks for a terminal only where the answer matters. */
    InForce decide(StoredDecision decision) {
        return decide(
                decision, options.runChoice() != null && surroundings.terminal().getAsBoolean());
    }

    InForce decide(StoredDecision decision, boolean terminal) {
        return new InForce(
                decision,
                DecisionOrder.decide(new Circumstances(
                        application.name(),
                        application.modes(),
                        administratorFile(),
                        decision,
                        coverage(decision),
                        options.environment(),
                        options.runChoice(),
                        terminal)));
    }

    /** The administrator's off switch, if it exists; null when it does not. */
    @Nullable
    String administratorFile() {
        Path file = surroundings.places().administratorFile();
        return file != null && Files.exists(file) ? file.toString() : null;
    }

    /** Whether the decision covers all of these atoms. */
    boolean covers(StoredDecision decision, List<String> atoms) {
        List<String> scope = decision.scope();
        return scope == null || new Scope(scope, application.recipient().name()).covers(atoms);
    }

    private Coverage coverage(StoredDecision decision) {
        ConsentMode mode = decision.granted();
        if (mode == null || !covers(decision, outline.applicationAtoms(mode))) {
            return Coverage.NOTHING;
        }
        for (Outline.Entry entry : outline.entries()) {
            if (!covers(decision, entry.atoms())) {
                return Coverage.SOME;
            }
        }
        return Coverage.ALL;
    }
}
