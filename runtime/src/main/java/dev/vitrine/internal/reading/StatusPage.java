package dev.vitrine.internal.reading;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.RecipientProtocol;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.RecipientType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Outline;
import dev.vitrine.internal.consent.StoredDecision;
import dev.vitrine.internal.consent.Verdict;
import dev.vitrine.internal.deletion.UnconfirmedDeletions;
import dev.vitrine.internal.delivery.DeliveryState;
import dev.vitrine.internal.delivery.Totals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code privacy status}: what was decided, what is in force and the one reason, and where data goes. */
public final class StatusPage implements Report {
    private static final int COLUMN = 14;

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;
    private final Advice advice;

    /** Reports on what {@code gate} goes by. */
    public StatusPage(ApplicationType application, AnalyticsOptions options, Gate gate) {
        this.application = application;
        this.options = options;
        this.gate = gate;
        this.advice = new Advice(application, options, gate);
    }

    @Override
    public void text(Page page) {
        StoredDecision stored = gate.stored();
        Verdict verdict = gate.verdict();
        page.paragraph(headline());
        page.gap();
        page.entry("Because", COLUMN, verdict.reason() + ".");
        page.entry(
                "You decided",
                COLUMN,
                decided(stored) + (wasAsked(stored) ? "; you were asked, and did not agree" : ""));
        if (stored.state() == ConsentState.IDENTIFIED && stored.trackingId() != null) {
            page.entry("Tracking id", COLUMN, stored.trackingId());
        }
        if (stored.userId() != null) {
            page.entry("User id", COLUMN, stored.userId() + " (sent with identified consent only)");
        }
        page.entry("Data goes to", COLUMN, recipient());
        List<String> waiting = waiting();
        if (!waiting.isEmpty()) {
            page.entry(
                    "New",
                    COLUMN,
                    String.join(", ", waiting) + ": not recorded before you agree again (privacy changes)");
        }
        if (!expired().isEmpty()) {
            page.entry("Over", COLUMN, String.join(", ", expired()) + ": the last day has passed; not recorded");
        }
        delivered(page);
        toForget(page);
        page.entry("Settings", COLUMN, settings());
        page.entry("State", COLUMN, place(gate.places().stateDirectory()));
        page.gap();
        String agree =
                waiting.isEmpty() ? "" : "To agree to what is new: " + Advice.yes(application, stored.granted()) + ". ";
        page.paragraph(agree + "To change it: " + advice.inWords()
                + " To read what is collected: privacy show. What was sent:" + " privacy log.");
    }

    @Override
    public void json(JsonObjectWriter json) {
        StoredDecision stored = gate.stored();
        Verdict verdict = gate.verdict();
        ConsentMode mode = verdict.mode();
        DeliveryState.Report report = report();
        RecipientType recipient = application.recipient();
        json.text("application", application.name())
                .flag("on", mode != null)
                .text("mode", mode == null ? null : Advice.word(mode))
                .text("rule", name(verdict.rule()))
                .text("reason", verdict.reason())
                .text("advice", advice.inWords())
                .object(
                        "stored",
                        new JsonObjectWriter()
                                .text("state", name(stored.state()))
                                .text("decidedOn", stored.decidedOn())
                                .text("trackingId", stored.trackingId())
                                .text("userId", stored.userId())
                                .text("problem", stored.problem()))
                .object(
                        "recipient",
                        new JsonObjectWriter()
                                .text("name", recipient.name())
                                .text("controller", application.controller())
                                .text("endpoint", recipient.endpoint())
                                .text(
                                        "inItsPlace",
                                        options.loopbackEndpoint() == null
                                                ? null
                                                : options.loopbackEndpoint().toString())
                                .text("region", recipient.region())
                                .number("retentionDays", recipient.retentionDays()))
                .texts("waitForYes", waiting())
                .texts("expired", expired())
                .number("recorded", report.totals().recorded())
                .number("delivered", report.totals().delivered())
                .objects(
                        "lost",
                        report.totals().lost().entrySet(),
                        (object, loss) ->
                                object.text("reason", loss.getKey().key()).number("events", loss.getValue()))
                .number("waitingRequests", report.waitingBatches())
                .number("waitingEvents", report.waitingEvents())
                .number("unfinishedEvents", report.unfinishedEvents())
                .text(
                        "settingsFile",
                        options.consentStore() != null
                                ? null
                                : path(gate.places().settingsFile()))
                .text("stateDirectory", path(gate.places().stateDirectory()))
                .flag("completedByHand", gate.completedByHand())
                .texts("toForget", unconfirmed().ids());
    }

    /** One line, for {@code version}. */
    public String line() {
        return headline() + advice.shortly();
    }

    private String headline() {
        ConsentMode mode = gate.verdict().mode();
        return "Analytics of " + application.name() + " are "
                + (mode == null ? "off: nothing is sent." : "on, " + Advice.word(mode) + ".");
    }

    private DeliveryState.Report report() {
        Path stateDirectory = gate.places().stateDirectory();
        return stateDirectory == null
                ? new DeliveryState.Report(new Totals(0, 0, Map.of()), 0, 0)
                : DeliveryState.read(stateDirectory);
    }

    private void delivered(Page page) {
        DeliveryState.Report report = report();
        if (report.totals().recorded() == 0) {
            page.entry("Delivered", COLUMN, "nothing yet, or since the last privacy forget");
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
        if (report.unfinishedEvents() > 0) {
            page.entry("In memory", COLUMN, events(report.unfinishedEvents()) + ", in a request that is not whole yet");
        }
    }

    private UnconfirmedDeletions unconfirmed() {
        return new UnconfirmedDeletions(gate.places().stateDirectory());
    }

    private void toForget(Page page) {
        List<String> ids = unconfirmed().ids();
        if (!ids.isEmpty()) {
            page.entry(
                    "To forget",
                    COLUMN,
                    "the recipient has not confirmed that it deleted what was sent under "
                            + String.join(", ", ids) + "; "
                            + (application.recipient().protocol() == RecipientProtocol.VITRINE
                                    ? "to ask again: " + askAgain(ids)
                                    : "write to " + application.contact() + ", then remove "
                                            + unconfirmed().file()));
        }
    }

    /** By the id, which leaves a decision that was made since as it is; of several, as many commands. */
    private static String askAgain(List<String> ids) {
        return String.join("; ", ids.stream().map(id -> "privacy forget " + id).toList());
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

    /** Whether nothing is stored of one who was asked: the marker of {@code FirstQuestion} is there. */
    private boolean wasAsked(StoredDecision stored) {
        Path state = gate.places().stateDirectory();
        return stored.state() == ConsentState.UNDECIDED && state != null && Files.exists(state.resolve("asked"));
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

    /** The experiments that the decision in force does not cover, and that are not over. */
    private List<String> waiting() {
        return gate.verdict().mode() == null ? List.of() : ids(entry -> !isOver(entry) && !gate.covers(entry.atoms()));
    }

    private List<String> expired() {
        return ids(this::isOver);
    }

    private boolean isOver(Outline.Entry entry) {
        return entry.expires() < gate.today();
    }

    private List<String> ids(Predicate<Outline.Entry> which) {
        return gate.outline().entries().stream()
                .filter(which)
                .map(Outline.Entry::id)
                .toList();
    }

    private String settings() {
        if (options.consentStore() != null) {
            return "kept by the application";
        }
        Path file = gate.places().settingsFile();
        String completed = gate.completedByHand()
                ? "; what you typed there was completed just now, with the day and what you agreed to"
                : "";
        return place(file) + completed + lock(file);
    }

    private static String lock(@Nullable Path file) {
        String name = file == null ? "" : file.getFileName() + ".lock";
        return file != null && Files.exists(file.resolveSibling(name))
                ? " (the empty file " + name + " beside it lets one program at a time change it)"
                : "";
    }

    private static String place(@Nullable Path path) {
        return path == null ? "nowhere: no home folder is known" : path.toString();
    }

    private static @Nullable String path(@Nullable Path path) {
        return path == null ? null : path.toString();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
