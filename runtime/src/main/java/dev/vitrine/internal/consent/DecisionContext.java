package dev.vitrine.internal.consent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.Circumstances.Coverage;
import dev.vitrine.internal.delivery.StatePlace;
import dev.vitrine.internal.encoding.Hexadecimal;
import dev.vitrine.internal.platform.FileTrust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
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
        return decide(decision, options.runChoice() != null && surroundings.hasTerminal());
    }

    InForce decide(StoredDecision decision, boolean terminal) {
        ConsentMode granted = decision.granted();
        boolean recipientCovered = granted != null && covers(decision, outline.applicationAtoms(granted));
        Set<String> covered = recipientCovered ? covered(decision) : Set.of();
        Circumstances circumstances = new Circumstances(
                application.name(),
                application.modes(),
                administratorFile(),
                decision,
                recipientCovered ? coverage(covered) : Coverage.NOTHING,
                options.environment(),
                options.runChoice(),
                terminal,
                null);
        Verdict verdict = DecisionOrder.decide(circumstances);
        // Where nothing would be sent anyway, nobody looks at the state directory: off costs nothing.
        String problem = verdict.mode() == null
                ? null
                : StatePlace.problem(surroundings.places().stateDirectory());
        return new InForce(
                decision,
                problem == null ? verdict : DecisionOrder.decide(circumstances.withoutPlace(problem)),
                granted == null && verdict.mode() != null ? covered(decision) : covered,
                fingerprint(decision));
    }

    /**
     * The administrator's off switch, as "(file) exists"; null when it is certain that it does not. A link that leads
     * nowhere is one too, and where this user may not look there may be one.
     */
    @Nullable
    String administratorFile() {
        Path file = surroundings.places().administratorFile();
        try {
            return file == null || FileTrust.examine(file) == null ? null : file + " exists";
        } catch (IOException unknown) {
            return file + " may exist: nobody but an administrator can look";
        }
    }

    /** Whether the decision covers all of these atoms. */
    boolean covers(StoredDecision decision, List<String> atoms) {
        List<String> scope = decision.scope();
        return scope == null || new Scope(scope, application.recipient().name()).covers(atoms);
    }

    private Set<String> covered(StoredDecision decision) {
        List<String> agreed = decision.scope();
        Scope scope = agreed == null
                ? null
                : new Scope(agreed, application.recipient().name());
        Set<String> covered = new HashSet<>();
        for (Outline.Entry entry : outline.entries()) {
            if (scope == null || scope.covers(entry.atoms())) {
                covered.add(entry.id());
            }
        }
        return covered;
    }

    private Coverage coverage(Set<String> covered) {
        return covered.size() < outline.entries().size() ? Coverage.SOME : Coverage.ALL;
    }

    private static @Nullable String fingerprint(StoredDecision decision) {
        List<String> scope = decision.scope();
        if (scope == null) {
            return null;
        }
        CRC32 checksum = new CRC32();
        checksum.update(decision.grant() >> 8);
        checksum.update(decision.grant());
        for (String atom : scope) {
            checksum.update(atom.getBytes(StandardCharsets.UTF_8));
            checksum.update('\n');
        }
        return Hexadecimal.of(checksum.getValue());
    }
}
