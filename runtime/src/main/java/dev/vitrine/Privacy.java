package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.asking.Hint;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.reading.AuditLogPage;
import dev.vitrine.internal.reading.CatalogPage;
import dev.vitrine.internal.reading.ChangeNotice;
import dev.vitrine.internal.reading.ChangesPage;
import dev.vitrine.internal.reading.CommandList;
import dev.vitrine.internal.reading.JsonObjectWriter;
import dev.vitrine.internal.reading.NearestWord;
import dev.vitrine.internal.reading.Notice;
import dev.vitrine.internal.reading.Page;
import dev.vitrine.internal.reading.PreviewPage;
import dev.vitrine.internal.reading.Report;
import dev.vitrine.internal.reading.StatusPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the user can read and decide: the {@code privacy} command of every application, as plain calls. For a slash
 * command or a subcommand, hand what follows the command to {@link #run} and show the answer's text.
 *
 * <p>Every answer is text for a terminal of 80 columns, or as many as {@link #forColumns} says; or, from {@link #inJson()}
 * and with the option {@code --json}, one JSON object in one line. Its members {@code command} and {@code exitCode} come
 * first; {@code docs/privacy-json.md} lists the others.
 *
 * <p>Safe for use by several threads. No method but {@link #printTo} throws, and none writes to the standard streams.
 */
public final class Privacy {
    private static final String JSON = "--json";

    private static final List<String> HELP = List.of("--help", "-h");

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;
    private final Consent consent;
    private final int columns;
    private final boolean json;

    Privacy(ApplicationType application, AnalyticsOptions options, Gate gate, Consent consent) {
        this(application, options, gate, consent, Page.WIDTH, false);
    }

    private Privacy(
            ApplicationType application,
            AnalyticsOptions options,
            Gate gate,
            Consent consent,
            int columns,
            boolean json) {
        this.application = application;
        this.options = options;
        this.gate = gate;
        this.consent = consent;
        this.columns = columns;
        this.json = json;
    }

    /** The same, with text for a terminal of so many columns: at least 20 and at most 120 of them are used. */
    public Privacy forColumns(int columns) {
        return new Privacy(application, options, gate, consent, columns, json);
    }

    /** The same, with JSON for programs. */
    public Privacy inJson() {
        return new Privacy(application, options, gate, consent, columns, true);
    }

    /** What was decided, what is in force and the one reason, and where data goes. */
    public PrivacyAnswer status() {
        gate.update();
        return done("status", new StatusPage(application, options, gate));
    }

    /** One line about analytics for a {@code version} command, without a line end. */
    public String versionLine() {
        gate.update();
        return new StatusPage(application, options, gate).line();
    }

    /** Prints {@link #status}. */
    public void printTo(Appendable out) throws IOException {
        out.append(status().text());
    }

    /** The catalog: everything that can be sent. */
    public PrivacyAnswer show() {
        try {
            return done("show", catalog());
        } catch (IOException unreadable) {
            return withoutCatalog(unreadable);
        }
    }

    /** The ids of the catalog's experiments, to complete what a user types; none when the catalog cannot be read. */
    public List<String> experiments() {
        try {
            return catalog().ids();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** One experiment of the catalog. */
    public PrivacyAnswer show(String experiment) {
        try {
            CatalogPage catalog = catalog();
            List<String> ids = catalog.ids();
            if (ids.contains(experiment)) {
                return done("show", catalog.one(experiment));
            }
            String nearest = NearestWord.of(experiment, ids);
            return answer(
                    2,
                    "show",
                    Notice.problem("There is no experiment " + experiment + "."
                            + (nearest == null ? "" : " Did you mean: privacy show " + nearest + "?") + " There are: "
                            + String.join(", ", ids) + "."));
        } catch (IOException unreadable) {
            return withoutCatalog(unreadable);
        }
    }

    /** What is collected now in another way than when the user agreed, and what of it waits for a new yes. */
    public PrivacyAnswer changes() {
        gate.update();
        return done("changes", new ChangesPage(gate, application));
    }

    /** Stores a yes: {@link Consent#grant}. */
    public PrivacyAnswer on(ConsentMode mode) {
        return changed("on", consent.grant(mode));
    }

    /** Stores a no: {@link Consent#withdraw}. */
    public PrivacyAnswer off() {
        return changed("off", consent.withdraw());
    }

    /** Stores a no for ever: {@link Consent#disable}. */
    public PrivacyAnswer disable() {
        return changed("disable", consent.disable());
    }

    /** Stores a new tracking id: {@link Consent#resetId}. */
    public PrivacyAnswer resetId() {
        return changed("reset-id", consent.resetId());
    }

    /** What was sent last, byte for byte: the newest page of the log. */
    public PrivacyAnswer log() {
        return done("log", AuditLogPage.newest(gate.places().stateDirectory()));
    }

    /** A page of the log, each of 20 requests, by its number in digits; the oldest is page 1. */
    public PrivacyAnswer log(String page) {
        AuditLogPage log = AuditLogPage.numbered(gate.places().stateDirectory(), page);
        return log == null
                ? answer(
                        2,
                        "log",
                        Notice.problem("The log has no page " + page + ". Its last page is "
                                + AuditLogPage.pages(gate.places().stateDirectory()) + "."))
                : done("log", log);
    }

    /**
     * A hint that agreeing is possible, for an application that does not ask: once, ever, and never to one who has
     * decided, was asked, has no terminal, or is under a rule that says off. Show its text, or nothing if it is empty.
     */
    public PrivacyAnswer hint() {
        return done("hint", Notice.words(new Hint(application, options, gate).once()));
    }

    /** What would be sent now, byte for byte, and what each experiment's event looks like. */
    public PrivacyAnswer preview() {
        gate.update();
        return done("preview", new PreviewPage(gate, application, options));
    }

    /** Has what was sent deleted, stores a no, and deletes what this machine keeps: {@link Consent#forget()}. */
    public PrivacyAnswer forget() {
        return changed("forget", consent.forget());
    }

    /** Asks the recipient again: {@link Consent#forget(UUID)}. */
    public PrivacyAnswer forget(String trackingId) {
        UUID id;
        try {
            id = UUID.fromString(trackingId);
            // It also takes 1-2-3-4-5, which is no id that anybody has: no recipient is asked about it.
            if (!id.toString().equalsIgnoreCase(trackingId)) {
                throw new IllegalArgumentException(trackingId);
            }
        } catch (IllegalArgumentException malformed) {
            return answer(
                    2, "forget", Notice.problem("\"" + trackingId + "\" is no tracking id; nothing was changed."));
        }
        return changed("forget", consent.forget(id));
    }

    /** The commands that {@link #run} takes, in the order in which {@link #help} lists them. */
    public static List<PrivacyUsage> commands() {
        return CommandList.commands();
    }

    /** The list of commands, which is also what {@code --help} or {@code -h} among their words answers. */
    public PrivacyAnswer help() {
        return done("help", CommandList.help());
    }

    /**
     * Runs {@code privacy} with these arguments; none means {@code status}. With {@code --json} among them the answer is
     * JSON. Unknown words change nothing, and are answered with the nearest command.
     */
    public PrivacyAnswer run(String... arguments) {
        List<String> words = new ArrayList<>(Arrays.stream(arguments)
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList());
        return words.removeAll(List.of(JSON)) ? inJson().run(words) : run(words);
    }

    private PrivacyAnswer run(List<String> words) {
        if (!Collections.disjoint(words, HELP)) {
            return help();
        }
        String command = words.isEmpty() ? "status" : words.get(0);
        String operand = words.size() > 1 ? words.get(1) : "";
        if (words.size() > 2 || (!operand.isEmpty() && !CommandList.takesOperand(command))) {
            return misunderstood(words, CommandList.nearest(command));
        }
        return switch (command) {
            case "status" -> status();
            case "show" -> operand.isEmpty() ? show() : show(operand);
            case "on" ->
                switch (operand) {
                    case "", "anonymous" -> on(ConsentMode.ANONYMOUS);
                    case "identified" -> on(ConsentMode.IDENTIFIED);
                    default -> misunderstood(words, modeNearest(operand));
                };
            case "changes" -> changes();
            case "off" -> off();
            case "disable" -> disable();
            case "log" -> operand.isEmpty() ? log() : log(operand);
            case "preview" -> preview();
            case "forget" -> operand.isEmpty() ? forget() : forget(operand);
            case "reset-id" -> resetId();
            case "hint" -> hint();
            case "help" -> help();
            default -> misunderstood(words, CommandList.nearest(command));
        };
    }

    private static @Nullable String modeNearest(String operand) {
        String nearest = NearestWord.of(operand, List.of("anonymous", "identified"));
        return nearest == null ? null : "on " + nearest;
    }

    private PrivacyAnswer misunderstood(List<String> words, @Nullable String nearest) {
        return answer(2, words.get(0), CommandList.misunderstood(String.join(" ", words), nearest));
    }

    private CatalogPage catalog() throws IOException {
        return CatalogPage.of(application, gate.today());
    }

    private PrivacyAnswer withoutCatalog(IOException unreadable) {
        return answer(1, "show", Notice.problem("The catalog cannot be shown: " + unreadable.getMessage() + "."));
    }

    private PrivacyAnswer changed(String command, ConsentChange change) {
        return answer(change.stored() ? 0 : 1, command, new ChangeNotice(change, gate));
    }

    private PrivacyAnswer done(String command, Report report) {
        return answer(0, command, report);
    }

    private PrivacyAnswer answer(int exitCode, String command, Report report) {
        if (json) {
            JsonObjectWriter object =
                    new JsonObjectWriter().text("command", command).number("exitCode", exitCode);
            report.json(object);
            return new PrivacyAnswer(exitCode, object + "\n");
        }
        Page page = new Page(columns);
        report.text(page);
        return new PrivacyAnswer(exitCode, page.toString());
    }
}
