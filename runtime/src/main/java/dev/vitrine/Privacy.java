package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.asking.Hint;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.reading.AuditLogPage;
import dev.vitrine.internal.reading.CatalogPage;
import dev.vitrine.internal.reading.ChangesPage;
import dev.vitrine.internal.reading.Page;
import dev.vitrine.internal.reading.PreviewPage;
import dev.vitrine.internal.reading.StatusPage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the user can read and decide: the {@code privacy} command of every application, as plain calls. For a slash
 * command or a subcommand, hand what follows the command to {@link #run} and show the answer's text.
 *
 * <p>Safe for use by several threads. No method but {@link #printTo} throws, and none writes to the standard streams.
 */
public final class Privacy {
    private static final String HELP = """
            privacy status               what you decided, what is in force, and why
            privacy show [EXPERIMENT]    what can be sent, to the last value
            privacy changes              what changed since you agreed
            privacy on [MODE]            agree: anonymous (if not said) or identified
            privacy off                  refuse: nothing is sent, the tracking id goes
            privacy disable              refuse for ever: nobody asks again
            privacy log                  what was sent, byte for byte
            privacy preview              what would be sent now
            privacy reset-id             a new tracking id in place of the old one
            privacy forget               refuse, and delete ids, log and what waits
            privacy hint                 says that you can agree: once, ever
            privacy help                 this list
            """;

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;
    private final Consent consent;
    private final StatusPage statusPage;

    Privacy(ApplicationType application, AnalyticsOptions options, Gate gate, Consent consent) {
        this.application = application;
        this.options = options;
        this.gate = gate;
        this.consent = consent;
        this.statusPage = new StatusPage(application, options, gate);
    }

    /** What was decided, what is in force and the one reason, and where data goes. */
    public PrivacyAnswer status() {
        gate.update();
        return new PrivacyAnswer(0, statusPage.text());
    }

    /** One line about analytics for a {@code version} command, without a line end. */
    public String versionLine() {
        gate.update();
        return statusPage.line();
    }

    /** Prints {@link #status}. */
    public void printTo(Appendable out) throws IOException {
        out.append(status().text());
    }

    /** The catalog: everything that can be sent. */
    public PrivacyAnswer show() {
        try {
            return new PrivacyAnswer(0, CatalogPage.of(application).all());
        } catch (IOException unreadable) {
            return failed("The catalog cannot be shown: " + unreadable.getMessage() + ".");
        }
    }

    /** The ids of the catalog's experiments, to complete what a user types; none when the catalog cannot be read. */
    public List<String> experiments() {
        try {
            return CatalogPage.of(application).ids();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** One experiment of the catalog. */
    public PrivacyAnswer show(String experiment) {
        try {
            CatalogPage catalog = CatalogPage.of(application);
            String page = catalog.one(experiment);
            return page == null
                    ? misunderstood("There is no experiment " + experiment + ". There are: "
                            + String.join(", ", catalog.ids()) + ".")
                    : new PrivacyAnswer(0, page);
        } catch (IOException unreadable) {
            return failed("The catalog cannot be shown: " + unreadable.getMessage() + ".");
        }
    }

    /** What is collected now in another way than when the user agreed, and what of it waits for a new yes. */
    public PrivacyAnswer changes() {
        gate.update();
        return new PrivacyAnswer(0, ChangesPage.of(gate, application.recipient().name()));
    }

    /** Stores a yes: {@link Consent#grant}. */
    public PrivacyAnswer on(ConsentMode mode) {
        return answer(consent.grant(mode));
    }

    /** Stores a no: {@link Consent#withdraw}. */
    public PrivacyAnswer off() {
        return answer(consent.withdraw());
    }

    /** Stores a no for ever: {@link Consent#disable}. */
    public PrivacyAnswer disable() {
        return answer(consent.disable());
    }

    /** Stores a new tracking id: {@link Consent#resetId}. */
    public PrivacyAnswer resetId() {
        return answer(consent.resetId());
    }

    /** What was sent, byte for byte. */
    public PrivacyAnswer log() {
        return new PrivacyAnswer(0, AuditLogPage.of(gate.places().stateDirectory()));
    }

    /**
     * A hint that agreeing is possible, for an application that does not ask: once, ever, and never to one who has
     * decided, was asked, has no terminal, or is under a rule that says off. Show its text, or nothing if it is empty.
     */
    public PrivacyAnswer hint() {
        return new PrivacyAnswer(0, new Hint(application, options, gate).once());
    }

    /** What would be sent now, byte for byte, and what each experiment's event looks like. */
    public PrivacyAnswer preview() {
        gate.update();
        return new PrivacyAnswer(0, PreviewPage.of(gate, application));
    }

    /** Stores a no, and deletes what this machine keeps: {@link Consent#forget}. */
    public PrivacyAnswer forget() {
        return answer(consent.forget());
    }

    /** The commands. */
    public PrivacyAnswer help() {
        return new PrivacyAnswer(0, HELP);
    }

    /** Runs {@code privacy} with these arguments; none means {@code status}. Unknown words change nothing. */
    public PrivacyAnswer run(String... arguments) {
        List<String> words = Arrays.stream(arguments)
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        String command = words.isEmpty() ? "status" : words.get(0);
        String operand = words.size() > 1 ? words.get(1) : "";
        if (words.size() > 2 || (!operand.isEmpty() && !command.equals("show") && !command.equals("on"))) {
            return unknown(words);
        }
        return switch (command) {
            case "status" -> status();
            case "show" -> operand.isEmpty() ? show() : show(operand);
            case "on" ->
                switch (operand) {
                    case "", "anonymous" -> on(ConsentMode.ANONYMOUS);
                    case "identified" -> on(ConsentMode.IDENTIFIED);
                    default -> unknown(words);
                };
            case "changes" -> changes();
            case "off" -> off();
            case "disable" -> disable();
            case "log" -> log();
            case "preview" -> preview();
            case "forget" -> forget();
            case "reset-id" -> resetId();
            case "hint" -> hint();
            case "help" -> help();
            default -> unknown(words);
        };
    }

    private static PrivacyAnswer unknown(List<String> words) {
        return new PrivacyAnswer(
                2,
                new Page()
                                .paragraph("There is no \"privacy " + String.join(" ", words)
                                        + "\"; nothing was changed. There" + " are:")
                                .gap()
                                .toString()
                        + HELP);
    }

    private static PrivacyAnswer answer(ConsentChange change) {
        return new PrivacyAnswer(
                change.stored() ? 0 : 1,
                new Page().paragraph(change.explanation()).toString());
    }

    private static PrivacyAnswer failed(String words) {
        return new PrivacyAnswer(1, new Page().paragraph(words).toString());
    }

    private static PrivacyAnswer misunderstood(String words) {
        return new PrivacyAnswer(2, new Page().paragraph(words).toString());
    }
}
