package dev.vitrine.collector.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.query.Attack.Sighting;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Attackers who see every view that there is, at every time, and try to learn what fewer than k reporters sent.
 *
 * <p>Each contribution has its own power of two as its number of events. So a figure tells exactly which contributions it
 * is the sum of: the attackers know more than any reader, and the test needs not to be told how the figures were made.
 */
class AttackTest {
    private static final int SCENARIOS = Boolean.getBoolean("vitrine.torture") ? 2_000 : 100;

    /** Played once, and attacked by each test. */
    private static final List<Attack> ATTACKS =
            IntStream.range(0, SCENARIOS).mapToObj(Attack::played).toList();

    @Test
    void noFigureInAnyViewIsOfFewerThanKReporters() {
        for (Attack attack : ATTACKS) {
            for (Sighting sighting : attack.sightings()) {
                assertEnough(attack, sighting.contributions(), sighting.toString());
            }
        }
    }

    @Test
    void noFigureIsTheWholeOfItsViewButForFewerThanKReporters() {
        for (Attack attack : ATTACKS) {
            for (Sighting sighting : attack.sightings()) {
                assertEnough(attack, sighting.all() & ~sighting.contributions(), "the rest of " + sighting);
            }
        }
    }

    @Test
    void noTwoViewsOfTheSameThingDifferByFewerThanKReporters() {
        for (Attack attack : ATTACKS) {
            for (List<Sighting> sightings : attack.byThing()) {
                for (Sighting larger : sightings) {
                    for (Sighting smaller : sightings) {
                        if ((smaller.contributions() & ~larger.contributions()) == 0) {
                            assertEnough(
                                    attack,
                                    larger.contributions() & ~smaller.contributions(),
                                    larger + " without " + smaller);
                        }
                    }
                }
            }
        }
    }

    @Test
    void numbersOfReportersAreTooCoarseToTellHowManySlicesHaveInCommon() {
        for (Attack attack : ATTACKS) {
            assertThat(attack.reporterFigures()).allMatch(number -> number % attack.threshold() == 0);
        }
    }

    @Test
    void noEquationsOverAllSlicesAndPartsTellAValueOfFewerThanKReporters() {
        int derived = 0;
        for (Attack attack : ATTACKS) {
            for (Node tree : attack.trees()) {
                TreeAttack equations = new TreeAttack(attack, tree);
                assertThat(equations.derivedOfTooFew()).as("%s", tree).isEmpty();
                derived += equations.derived();
            }
        }
        assertThat(derived).as("the equations do tell what is shown").isGreaterThan(SCENARIOS);
    }

    @Test
    void theScenariosShowAndHideEnoughToAttack() {
        assertThat(count("PRESENT")).isGreaterThan(SCENARIOS);
        assertThat(count("RECORD_ABSENT")).isGreaterThan(SCENARIOS);
        assertThat(count("hidden")).isGreaterThan(SCENARIOS);
        assertThat(ATTACKS.stream()
                        .flatMap(attack -> attack.trees().stream())
                        .flatMap(Node::all)
                        .filter(node -> node.slice().version().equals(Slice.SEVERAL)
                                || node.slice().os().equals(Slice.SEVERAL)))
                .hasSizeGreaterThan(SCENARIOS / 5);
        assertThat(ATTACKS.stream()
                        .flatMap(attack -> attack.trees().stream())
                        .flatMap(Node::all)
                        .filter(node -> !node.slice().os().isEmpty()))
                .hasSizeGreaterThan(SCENARIOS);
        assertThat(ATTACKS.stream().mapToInt(attack -> attack.trees().size()).sum())
                .isGreaterThan(2 * SCENARIOS);
    }

    private static long count(String what) {
        return ATTACKS.stream()
                .flatMap(attack -> attack.sightings().stream())
                .filter(sighting -> sighting.what().contains(what))
                .count();
    }

    private static void assertEnough(Attack attack, long contributions, String what) {
        if (contributions != 0) {
            assertThat(attack.reporters(contributions)).as(what).isGreaterThanOrEqualTo(attack.threshold());
        }
    }
}
