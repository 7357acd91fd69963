package dev.vitrine.internal.reading;

import dev.vitrine.ConsentMode;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Scope;
import dev.vitrine.internal.consent.ScopeDifference;
import dev.vitrine.internal.consent.ScopeDifference.Change;
import dev.vitrine.internal.consent.StoredDecision;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code privacy changes}: what is collected now in another way than when the user agreed. */
public final class ChangesPage implements Report {
    private final ApplicationType application;
    private final StoredDecision stored;
    private final @Nullable ConsentMode mode;
    private final List<Change> changes;

    /** Compares what is stored with what is installed. */
    public ChangesPage(Gate gate, ApplicationType application) {
        this.application = application;
        stored = gate.stored();
        List<String> agreed = stored.scope();
        mode = agreed == null ? null : stored.granted();
        changes = mode == null || agreed == null
                ? List.of()
                : ScopeDifference.between(
                        agreed,
                        gate.outline().all(mode),
                        new Scope(agreed, application.recipient().name()));
    }

    @Override
    public void text(Page page) {
        if (mode == null) {
            page.paragraph("You have not agreed to anything, so there is nothing to compare with. What could be"
                    + " collected: privacy show.");
            return;
        }
        String since = stored.decidedOn() == null ? "you agreed" : "you agreed, on " + stored.decidedOn();
        if (changes.isEmpty()) {
            page.paragraph("Nothing has changed since " + since + ".");
            return;
        }
        page.paragraph("Changed since " + since + ":");
        for (Change change : changes) {
            page.gap().paragraph(change.key() + ": " + effect(change));
            if (change.before() != null) {
                page.entry("  was", 8, readable(change.before()));
            }
            if (change.now() != null) {
                page.entry("  is", 8, readable(change.now()));
            }
        }
        boolean waits = changes.stream().anyMatch(change -> !change.covered());
        page.gap()
                .paragraph(
                        waits
                                ? "What waits is not recorded. To agree to all of it: " + Advice.yes(application, mode)
                                        + "."
                                : "None of it goes beyond what you agreed to.");
    }

    @Override
    public void json(JsonObjectWriter json) {
        json.flag("agreed", mode != null)
                .text("decidedOn", stored.decidedOn())
                .objects(
                        "changes",
                        changes,
                        (object, change) -> object.text("what", change.key())
                                .text("before", change.before() == null ? null : readable(change.before()))
                                .text("now", change.now() == null ? null : readable(change.now()))
                                .flag("waits", !change.covered()));
    }

    private static String effect(Change change) {
        if (change.now() == null) {
            return "is no longer collected";
        } else if (change.covered()) {
            return "collects less, and goes on";
        }
        return (change.before() == null ? "new" : "changed") + ", and waits for your yes";
    }

    private static String readable(String values) {
        String listed = values.replace("|", ", ").replace("+", "%2B");
        try {
            return URLDecoder.decode(listed, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return values;
        }
    }
}
