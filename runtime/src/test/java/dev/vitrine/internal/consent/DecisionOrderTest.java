package dev.vitrine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.RunChoice;
import dev.vitrine.internal.consent.Circumstances.Coverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision, in every combination of what it depends on: 2 x 6 x 3 x 3 x 7 x 3 x 3 x 2 x 3 x 2 circumstances. */
class DecisionOrderTest {
    private static final List<ConsentMode> BOTH = List.of(ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED);
    private static final String[] DO_NOT_TRACK = {null, "0", "1"};
    private static final String[] OWN = {null, "0", "off", "1", "anonymous", "identified", "disabled"};
    private static final String[] INTEGRATION = {null, "false", "true"};
    private static final RunChoice[] RUN_CHOICES = {null, RunChoice.ASK, RunChoice.OFF};
    private static final List<List<ConsentMode>> OFFERED =
            List.of(BOTH, List.of(ConsentMode.ANONYMOUS), List.of(ConsentMode.IDENTIFIED));

    @Test
    void everyCombinationIsDecidedAsTheDesignsListOfRulesSays() {
        int[] count = {0};
        forEach(circumstances -> {
            assertThat(DecisionOrder.decide(circumstances).mode())
                    .as(circumstances::toString)
                    .isEqualTo(expected(circumstances));
            count[0]++;
        });
        assertThat(count[0]).isEqualTo(2 * 6 * 3 * 3 * 7 * 3 * 3 * 2 * 3 * 2);
    }

    @Test
    void everyCombinationHasOneReasonInWordsThatNameNoValueOfAVariable() {
        forEach(circumstances -> assertThat(DecisionOrder.decide(circumstances).reason())
                .as(circumstances::toString)
                .isNotBlank()
                .doesNotEndWith(".")
                .doesNotContain("null")
                .matches("[^\\p{Cntrl}]+"));
    }

    @Test
    void aNoIsAbsorbingWhateverElseIsSaid() {
        forEach(circumstances -> {
            for (Circumstances withNo : withEachNo(circumstances)) {
                assertThat(DecisionOrder.decide(withNo).mode())
                        .as(withNo::toString)
                        .isNull();
            }
        });
    }

    @Test
    void nothingIsInForceThatWasNotGrantedOrSetForThisRun() {
        forEach(circumstances -> {
            ConsentMode mode = DecisionOrder.decide(circumstances).mode();
            if (mode != null) {
                boolean granted = circumstances.stored().granted() != null;
                boolean thisRun = circumstances.stored().state() == ConsentState.UNDECIDED
                        && circumstances.environment().containsKey("MY_APP_ANALYTICS");
                assertThat(granted || thisRun).as(circumstances::toString).isTrue();
                assertThat(circumstances.offered()).as(circumstances::toString).contains(mode);
                if (mode == ConsentMode.IDENTIFIED) {
                    assertThat(circumstances.stored().state())
                            .as(() -> "an identifier needs a stored grant: " + circumstances)
                            .isEqualTo(ConsentState.IDENTIFIED);
                }
            }
        });
    }

    @Test
    void nobodyIsAskedWithoutATerminalOrWhereARuleSaysOff() {
        forEach(circumstances -> {
            if (DecisionOrder.decide(circumstances).mayAsk()) {
                assertThat(circumstances.terminal()).as(circumstances::toString).isTrue();
                assertThat(circumstances.administratorFile())
                        .as(circumstances::toString)
                        .isNull();
                assertThat(circumstances.runChoice()).isNotEqualTo(RunChoice.OFF);
                assertThat(circumstances.environment()).doesNotContainEntry("DO_NOT_TRACK", "1");
                assertThat(circumstances.stored().state()).isNotIn(ConsentState.DISABLED, ConsentState.UNREADABLE);
                if (circumstances.stored().state() == ConsentState.OFF
                        || "true".equals(circumstances.environment().get("CI"))) {
                    assertThat(circumstances.runChoice())
                            .as(circumstances::toString)
                            .isEqualTo(RunChoice.ASK);
                }
            }
        });
    }

    @Test
    void whereNothingCanBeKeptAYesIsOffForThatReasonAndANoKeepsItsOwn() {
        forEach(circumstances -> {
            Verdict usual = DecisionOrder.decide(circumstances);
            Verdict verdict = DecisionOrder.decide(circumstances.withoutPlace("/home/me is read-only"));
            if (circumstances.stateProblem() == null && usual.mode() != null) {
                assertThat(verdict.rule()).as(circumstances::toString).isEqualTo(Verdict.Rule.NO_PLACE);
                assertThat(verdict.reason()).contains("/home/me is read-only");
                assertThat(verdict.mayAsk()).isFalse();
            } else {
                assertThat(verdict).as(circumstances::toString).isEqualTo(usual);
            }
        });
    }

    @Test
    void whoRefusedIsAskedAgainOnlyOnRequest() {
        Circumstances refused = circumstances(ConsentState.OFF, Map.of(), null, true);
        Circumstances onRequest = circumstances(ConsentState.OFF, Map.of(), RunChoice.ASK, true);
        Circumstances withoutTerminal = circumstances(ConsentState.OFF, Map.of(), RunChoice.ASK, false);

        assertThat(DecisionOrder.decide(refused).mayAsk()).isFalse();
        assertThat(DecisionOrder.decide(onRequest).mayAsk()).isTrue();
        assertThat(DecisionOrder.decide(withoutTerminal).mayAsk()).isFalse();
    }

    @Test
    void failure8NoVariableOverridesTheUsersOwnOptOut() {
        for (String word : List.of("1", "true", "yes", "on", "anonymous", "identified")) {
            Circumstances optedOut =
                    circumstances(ConsentState.OFF, Map.of("MY_APP_ANALYTICS", word), RunChoice.ASK, true);
            assertThat(DecisionOrder.decide(optedOut).mode()).as(word).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "TF_BUILD"})
    void failure14ContinuousIntegrationSendsNothingWhateverIsGranted(String variable) {
        Circumstances granted = circumstances(ConsentState.IDENTIFIED, Map.of(variable, "true"), null, true);

        Verdict verdict = DecisionOrder.decide(granted);

        assertThat(verdict.mode()).isNull();
        assertThat(verdict.reason()).contains("continuous integration").contains(variable);
    }

    @ParameterizedTest
    @EnumSource(ConsentState.class)
    void doNotTrackIsTheReasonThatIsGivenUnlessSomethingStrongerSaysNo(ConsentState state) {
        Verdict verdict = DecisionOrder.decide(circumstances(state, Map.of("DO_NOT_TRACK", "1"), null, true));

        assertThat(verdict.reason()).contains(state == ConsentState.DISABLED ? "for ever" : "DO_NOT_TRACK");
    }

    /** The design's list, read from the top; the first row that applies decides. */
    private static ConsentMode expected(Circumstances c) {
        String own = c.environment().get("MY_APP_ANALYTICS");
        boolean yes = List.of("1", "anonymous", "identified").contains(own == null ? "" : own);
        boolean no = own != null && !yes;
        ConsentState stored = c.stored().state();
        Map<Integer, Boolean> offBy = new HashMap<>();
        offBy.put(1, c.administratorFile() != null || stored == ConsentState.DISABLED);
        offBy.put(2, "1".equals(c.environment().get("DO_NOT_TRACK")));
        offBy.put(3, c.runChoice() == RunChoice.OFF || no);
        offBy.put(4, "true".equals(c.environment().get("CI")) && c.runChoice() != RunChoice.ASK);
        offBy.put(5, stored == ConsentState.OFF || stored == ConsentState.UNREADABLE);
        offBy.put(6, c.stateProblem() != null);
        if (offBy.containsValue(true)) {
            return null;
        }
        if (stored == ConsentState.UNDECIDED) {
            return yes && c.offered().contains(ConsentMode.ANONYMOUS) ? ConsentMode.ANONYMOUS : null;
        }
        if (c.coverage() == Coverage.NOTHING) {
            return null;
        }
        if (stored == ConsentState.IDENTIFIED && c.offered().contains(ConsentMode.IDENTIFIED)) {
            return ConsentMode.IDENTIFIED;
        }
        return c.offered().contains(ConsentMode.ANONYMOUS) ? ConsentMode.ANONYMOUS : null;
    }

    private static List<Circumstances> withEachNo(Circumstances c) {
        List<Circumstances> all = new ArrayList<>();
        all.add(copy(c, "/etc/my.app/analytics-off", c.stored(), c.environment(), c.runChoice()));
        all.add(copy(c, c.administratorFile(), stored(ConsentState.DISABLED), c.environment(), c.runChoice()));
        all.add(copy(c, c.administratorFile(), stored(ConsentState.OFF), c.environment(), c.runChoice()));
        all.add(copy(c, c.administratorFile(), stored(ConsentState.UNREADABLE), c.environment(), c.runChoice()));
        all.add(copy(c, c.administratorFile(), c.stored(), c.environment(), RunChoice.OFF));
        for (String variable :
                List.of("DO_NOT_TRACK=1", "DO_NOT_TRACK=no", "MY_APP_ANALYTICS=0", "MY_APP_ANALYTICS=x")) {
            Map<String, String> environment = new HashMap<>(c.environment());
            environment.put(variable.split("=")[0], variable.split("=")[1]);
            all.add(copy(c, c.administratorFile(), c.stored(), environment, c.runChoice()));
        }
        return all;
    }

    private static Circumstances copy(
            Circumstances c, String file, StoredDecision stored, Map<String, String> environment, RunChoice choice) {
        return new Circumstances(
                c.application(),
                c.offered(),
                file,
                stored,
                c.coverage(),
                environment,
                choice,
                c.terminal(),
                c.stateProblem());
    }

    private static Circumstances circumstances(
            ConsentState state, Map<String, String> environment, RunChoice choice, boolean terminal) {
        return new Circumstances(
                "my.app", BOTH, null, stored(state), Coverage.ALL, environment, choice, terminal, null);
    }

    private static StoredDecision stored(ConsentState state) {
        return state == ConsentState.UNREADABLE
                ? StoredDecision.unreadable("the settings cannot be read")
                : StoredDecision.of(state);
    }

    private static void forEach(Consumer<Circumstances> check) {
        for (String file : new String[] {null, "/etc/my.app/analytics-off"}) {
            for (ConsentState state : ConsentState.values()) {
                for (Coverage coverage : Coverage.values()) {
                    for (Map<String, String> environment : environments().toList()) {
                        for (RunChoice choice : RUN_CHOICES) {
                            for (boolean terminal : new boolean[] {false, true}) {
                                for (List<ConsentMode> offered : OFFERED) {
                                    Circumstances usual = new Circumstances(
                                            "my.app",
                                            offered,
                                            file,
                                            stored(state),
                                            coverage,
                                            environment,
                                            choice,
                                            terminal,
                                            null);
                                    check.accept(usual);
                                    check.accept(usual.withoutPlace("/home/me is read-only"));
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static Stream<Map<String, String>> environments() {
        List<Map<String, String>> all = new ArrayList<>();
        for (String doNotTrack : DO_NOT_TRACK) {
            for (String own : OWN) {
                for (String integration : INTEGRATION) {
                    Map<String, String> environment = new HashMap<>();
                    putIfSet(environment, "DO_NOT_TRACK", doNotTrack);
                    putIfSet(environment, "MY_APP_ANALYTICS", own);
                    putIfSet(environment, "CI", integration);
                    all.add(environment);
                }
            }
        }
        return all.stream();
    }

    private static void putIfSet(Map<String, String> environment, String variable, String value) {
        if (value != null) {
            environment.put(variable, value);
        }
    }
}
