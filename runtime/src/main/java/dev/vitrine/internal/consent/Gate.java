package dev.vitrine.internal.consent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentStore;
import dev.vitrine.Decision;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.SideRequestType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.platform.Places;
import dev.vitrine.internal.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides whether an event may be recorded, stored or sent.
 *
 * <p>It opens in two ways only: when it is made, by what is stored then, and by {@link #reopen}, after the user decided
 * in this process. It shuts by itself as soon as what is stored no longer says the same, and stays shut: a yes from
 * elsewhere holds from the next start on.
 *
 * <p>Safe for use by several threads. No method throws.
 */
public final class Gate {
    private static final String ELSEWHERE = "the decision was changed elsewhere; it holds from the next start on";

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Surroundings surroundings;
    private final StoredConsent stored;
    private final Outline outline;
    private final DecisionContext context;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile InForce inForce;
    private volatile long epoch;
    private volatile boolean completedByHand;

    /** Reads what is stored, and completes a grant that was typed by hand. */
    public Gate(ApplicationType application, AnalyticsOptions options) {
        this(application, options, Surroundings.ofThisMachine(application.name(), options));
    }

    /** As above, in other surroundings: for tests. */
    public Gate(ApplicationType application, AnalyticsOptions options, Surroundings surroundings) {
        this.application = application;
        this.options = options;
        this.surroundings = surroundings;
        this.stored = new StoredConsent(
                store(options, surroundings), "no home folder is known to keep settings and state in");
        this.outline = new Outline(application);
        this.context = new DecisionContext(application, options, surroundings, outline);
        this.inForce = current();
    }

    private static @Nullable ConsentStore store(AnalyticsOptions options, Surroundings surroundings) {
        if (options.consentStore() != null) {
            return options.consentStore();
        }
        Path settings = surroundings.places().settingsFile();
        return settings == null || surroundings.places().stateDirectory() == null ? null : new SettingsFile(settings);
    }

    /** What is in force, as of the last time that the stored decision was read. */
    public Decision decision() {
        return inForce.verdict().decision();
    }

    /** What is in force, with the rule. */
    public Verdict verdict() {
        return inForce.verdict();
    }

    /** What was stored when it was last read. */
    public StoredDecision stored() {
        return inForce.decision();
    }

    /**
     * Leave to store or send a batch: reads the stored decision again, which is cheap when its file is unchanged. Null
     * when there is no leave; listeners are told first if that is new.
     */
    public @Nullable BatchPermit permitBatch() {
        InForce now = refresh();
        ConsentMode mode = now.verdict().mode();
        return mode == null
                ? null
                : new BatchPermit(
                        mode, now.decision().trackingId(), now.decision().userId(), now.scope());
    }

    /**
     * Leave to make a side request; null when {@code DO_NOT_TRACK}, the administrator's file or
     * {@code <APP>_NO_UPDATE_CHECK} says no. Needs no consent; the tracking id goes along when, and only when, identified
     * consent is in force and covers this request.
     */
    public @Nullable SideRequestPermit permitSideRequest(SideRequestType request) {
        if (againstSideRequests() != null) {
            return null;
        }
        InForce now = refresh();
        boolean identified = now.verdict().mode() == ConsentMode.IDENTIFIED
                && context.covers(now.decision(), List.of(outline.atom(request)));
        return new SideRequestPermit(identified ? now.decision().trackingId() : null);
    }

    /** What says no to side requests, as words that can follow a colon; null when nothing does. */
    public @Nullable String againstSideRequests() {
        EnvironmentRules environment = new EnvironmentRules(options.environment(), application.name());
        String file = context.administratorFile();
        if (file != null) {
            return "the administrator's file " + file;
        }
        for (String variable : List.of(EnvironmentRules.DO_NOT_TRACK, environment.noUpdateCheckVariable())) {
            if (environment.isSet(variable)) {
                return variable + " is set";
            }
        }
        return null;
    }

    /** Leave to ask for deletion under an id, for a user who wishes it: knowing the id is enough. */
    DeletionPermit permitDeletion(String trackingId) {
        return new DeletionPermit(trackingId);
    }

    /** Whether the stored decision covers these atoms. */
    public boolean covers(List<String> atoms) {
        return context.covers(inForce.decision(), atoms);
    }

    /**
     * Whether any event may be recorded now: what is in force says so, or the user asked for a log of their own, which is
     * written even when nothing may be sent.
     */
    public boolean mayRecordAny() {
        return inForce.isOpen() || options.logFile() != null;
    }

    /** Whether an event of this experiment may be recorded now, if only to be counted where it cannot be encoded. */
    public boolean mayRecord(ExperimentType<?> type) {
        InForce now = inForce;
        if (!type.isUsable()) {
            return now.isOpen();
        }
        boolean logged = !now.isOpen() && options.logFile() != null;
        Outline.Entry entry = now.isOpen() || logged ? outline.entry(type.id()) : null;
        return entry != null
                && today() <= Math.min(entry.expires(), type.expires())
                && entry.event().equals(type.event())
                && entry.atoms().equals(type.atoms())
                && (logged || now.covered().contains(entry.id()));
    }

    /**
     * Whether the user may be asked for consent now: no rule says off, nothing else was decided in this run, something
     * is left to agree to, and there is a terminal, which is looked for last.
     */
    public boolean mayAsk() {
        InForce now = refresh();
        Verdict verdict = context.decide(now.decision(), true).verdict();
        // A gate that was shut in this run, by a no or by a change elsewhere, has another reason than what is stored.
        return verdict.mayAsk() && verdict.reason().equals(now.verdict().reason()) && surroundings.hasTerminal();
    }

    /** The days since 1970-01-01 (UTC). */
    public long today() {
        return surroundings.today();
    }

    /** Where settings and state are. */
    public Places places() {
        return surroundings.places();
    }

    /** What the catalog lists. */
    public Outline outline() {
        return outline;
    }

    /** Whether a grant that was typed by hand was completed in this run. */
    public boolean completedByHand() {
        return completedByHand;
    }

    DecisionKeeper keeper() {
        return new DecisionKeeper(stored, outline, surroundings);
    }

    InstallationSalt salt() {
        return new InstallationSalt(surroundings.places().stateDirectory());
    }

    /** Has {@code listener} run after each change of what is in force, on the thread that found out. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * A number that grows whenever events that were recorded before may not go out any more, be it for a no, another id,
     * or a yes to something else.
     */
    public long epoch() {
        return epoch;
    }

    /** Goes by what is stored now, be it yes or no: the user decided in this process. */
    void reopen() {
        InForce now = current();
        boolean another;
        synchronized (this) {
            another = inForce.isOpen() && !inForce.isCoveredBy(now);
            if (another) {
                set(inForce.shut(ELSEWHERE));
            }
        }
        if (another) {
            // First what was recorded under the one before goes; else some of it could go out under this one.
            tellListeners();
        }
        synchronized (this) {
            set(now);
        }
        tellListeners();
    }

    /** Shuts, before anything is stored and even if nothing can be. */
    void shut(String reason) {
        synchronized (this) {
            set(inForce.shut(reason));
        }
        tellListeners();
    }

    private void tellListeners() {
        for (Runnable listener : listeners) {
            listener.run();
        }
    }

    /** Reads what is stored, and shuts if it no longer says what this gate goes by. */
    public void update() {
        refresh();
    }

    private InForce refresh() {
        boolean changed;
        InForce result;
        synchronized (this) {
            InForce before = inForce;
            StoredDecision decision = stored.read();
            boolean administrator = before.verdict().rule() == Verdict.Rule.ADMINISTRATOR;
            // Once the no that has shut this gate is stored, it has the reason of what is stored, which has a way back.
            boolean stored = before.verdict().rule() == Verdict.Rule.SHUT && decision.isNo();
            if (!stored
                    && decision.equals(before.decision())
                    && (context.administratorFile() != null) == administrator) {
                return before;
            }
            InForce now = context.decide(decision);
            changed = before.isOpen();
            if (!now.isOpen() || (before.isOpen() && before.goesOnAs(now))) {
                set(now.isOpen() ? now.noWiderThan(before) : now);
            } else {
                boolean news = before.isOpen() || !decision.equals(before.decision());
                set(now.shut(news ? ELSEWHERE : before.verdict().reason()));
            }
            result = inForce;
        }
        if (changed) {
            tellListeners();
        }
        return result;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by holders of this object's monitor alone
    private void set(InForce now) {
        if (!inForce.isCoveredBy(now)) {
            epoch++;
        }
        inForce = now;
    }

    /** What is stored and in force now; a grant that was typed by hand is completed first. */
    private InForce current() {
        InForce now = context.decide(stored.read());
        if (!now.isOpen() || !now.decision().isIncomplete()) {
            return now;
        }
        try {
            completedByHand = keeper().complete() != null;
            InForce completed = context.decide(stored.read());
            return completed.decision().isIncomplete()
                    ? completed.shut("the decision was being changed elsewhere")
                    : completed;
        } catch (IOException failed) {
            return now.shut(
                    "what you typed could not be completed in the settings (" + StoredConsent.message(failed) + ")");
        }
    }
}
