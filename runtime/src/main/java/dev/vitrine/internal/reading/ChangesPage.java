package dev.vitrine.internal.reading;

import dev.vitrine.ConsentMode;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Scope;
import dev.vitrine.internal.consent.ScopeDifference;
import dev.vitrine.internal.consent.ScopeDifference.Change;
import dev.vitrine.internal.consent.StoredDecision;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code privacy changes}: what is collected now in another way than when the user agreed. */
public final class ChangesPage {
    private ChangesPage() {}

    /** The page. */
    public static String of(Gate gate, String recipient) {
        StoredDecision stored = gate.stored();
        ConsentMode mode = stored.granted();
        List<String> agreed = stored.scope();
        if (mode == null || agreed == null) {
            return new Page()
                    .paragraph("You have not agreed to anything, so there is nothing to compare with. What could be"
                            + " collected: privacy show.")
                    .toString();
        }
        List<Change> changes = ScopeDifference.between(agreed, gate.outline().all(mode), new Scope(agreed, recipient));
        String since = stored.decidedOn() == null ? "you agreed" : "you agreed, on " + stored.decidedOn();
        if (changes.isEmpty()) {
            return new Page()
                    .paragraph("Nothing has changed since " + since + ".")
                    .toString();
        }
        Page page = new Page().paragraph("Changed since " + since + ":");
        boolean waits = false;
        for (Change change : changes) {
            waits |= !change.covered();
            page.gap().paragraph(change.key() + ": " + effect(change));
            if (change.before() != null) {
                page.entry("  was", 8, readable(change.before()));
            }
            if (change.now() != null) {
                page.entry("  is", 8, readable(change.now()));
            }
        }
        return page.gap()
                .paragraph(
                        waits
                                ? "What waits is not recorded. To agree to all of it: privacy on"
                                        + (mode == ConsentMode.IDENTIFIED ? " identified" : "") + "."
                                : "None of it goes beyond what you agreed to.")
                .toString();
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
