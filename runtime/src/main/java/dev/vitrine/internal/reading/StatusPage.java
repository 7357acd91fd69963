package dev.vitrine.internal.reading;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.RecipientType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Outline;
import dev.vitrine.internal.consent.StoredDecision;
import dev.vitrine.internal.consent.Verdict;
import dev.vitrine.internal.delivery.DeliveryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code privacy status}: what was decided, what is in force and the one reason, and where data goes. */
public final class StatusPage {
    private static final int COLUMN = 14;

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;

    /** Reports on what {@code gate} goes by. */
    public StatusPage(ApplicationType application, AnalyticsOptions options, Gate gate) {
        this.application = application;
        this.options = options;
        this.gate = gate;
    }

    /** The page. */
    public String text() {
        StoredDecision stored = gate.stored();
        Verdict verdict = gate.verdict();
        Page page = new Page();
        page.paragraph(headline());
        page.gap();
        page.entry("Because", COLUMN, sentence(verdict.reason()));
        page.entry("You decided", COLUMN, decided(stored));
        if (stored.state() == ConsentState.IDENTIFIED && stored.trackingId() != null) {
            page.entry("Tracking id", COLUMN, stored.trackingId());
        }
        if (stored.userId() != null) {
            page.entry("User id", COLUMN, stored.userId() + " (sent with identified consent only)");
        }
        page.entry("Data goes to", COLUMN, recipient());
        List<String> waiting = verdict.mode() == null ? List.of() : waiting();
        if (!waiting.isEmpty()) {
            page.entry(
                    "New",
                    COLUMN,
                    String.join(", ", waiting) + ": not recorded before you agree again (privacy changes)");
        }
        delivered(page, gate.places().stateDirectory());
        page.entry("Settings", COLUMN, place(gate.places().settingsFile(), options.consentStore() != null));
        page.entry("State", COLUMN, place(gate.places().stateDirectory(), false));
        page.gap();
        page.paragraph(
                "To change it: privacy on, privacy on identified, privacy off. To read what is collected: privacy"
                        + " show. What was sent: privacy log.");
        return page.toString();
    }

    /** One line, for {@code version}. */
    public String line() {
        return headline() + " To change it: privacy " + (gate.verdict().mode() == null ? "on" : "off") + ".";
    }

    private String headline() {
        ConsentMode mode = gate.verdict().mode();
        return "Analytics of " + application.name() + " are "
                + (mode == null ? "off: nothing is sent." : "on, " + mode.name().toLowerCase(Locale.ROOT) + ".");
    }

    private static void delivered(Page page, @Nullable Path stateDirectory) {
        DeliveryState.Report report = stateDirectory == null ? null : DeliveryState.read(stateDirectory);
        if (report == null || report.totals().recorded() == 0) {
            page.entry("Delivered", COLUMN, "nothing yet");
            return;
        }
        page.entry(
                "Delivered",
                COLUMN,
                events(report.totals().delivered())
                        + " (privacy log shows every request, also those without an answer)");
        report.totals()
                .lost()
                .forEach((reason, count) ->
                        page.entry("Not sent", COLUMN, events(count) + ", because " + reason.because()));
        if (report.waitingEvents() > 0) {
            page.entry(
                    "Waiting",
                    COLUMN,
                    events(report.waitingEvents()) + ", to be sent later (privacy preview shows them)");
        }
    }

    private static String events(long count) {
        return count == 1 ? "1 event" : count + " events";
    }

    private static String decided(StoredDecision stored) {
        String day = stored.decidedOn() == null ? "" : ", on " + stored.decidedOn();
        return switch (stored.state()) {
            case UNDECIDED -> "nothing yet";
            case OFF -> "off" + day;
            case DISABLED -> "off, for ever" + day;
            case UNREADABLE -> "unknown; what is stored was left as it is";
            case ANONYMOUS -> "anonymous" + day;
            case IDENTIFIED -> "identified" + day;
        };
    }

    private String recipient() {
        RecipientType recipient = application.recipient();
        if (options.loopbackEndpoint() != null) {
            return options.loopbackEndpoint() + ", on this machine, in place of " + recipient.name()
                    + " (a test or a demonstration)";
        }
        return recipient.name() + " (" + application.controller() + "), " + recipient.endpoint() + ", in "
                + recipient.region() + ", kept for " + recipient.retentionDays() + " days";
    }

    /** The experiments that the decision does not cover. */
    private List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (Outline.Entry entry : gate.outline().entries()) {
            if (!gate.covers(entry.atoms())) {
                waiting.add(entry.id());
            }
        }
        return waiting;
    }

    private static String place(@Nullable Path path, boolean own) {
        if (own) {
            return "kept by the application";
        }
        return path == null ? "nowhere: no home folder is known" : path.toString();
    }

    private static String sentence(String reason) {
        return reason + ".";
    }
}
