package dev.vitrine;

import java.util.List;

/** What the user can read and decide: the {@code privacy} command of every application, as plain calls. */
public final class Privacy {
    private final Consent consent;

    Privacy(Consent consent) {
        this.consent = consent;
    }

    /** What was decided, what is in force and the one reason, where data goes, what was sent and lost. */
    public PrivacyAnswer status() {
        return new PrivacyAnswer(0, consent.decision().reason() + "\n");
    }

    /** Runs {@code privacy} with these arguments; none means {@code status}. */
    public PrivacyAnswer run(List<String> arguments) {
        return arguments.isEmpty() ? status() : new PrivacyAnswer(2, "unknown\n");
    }
}
