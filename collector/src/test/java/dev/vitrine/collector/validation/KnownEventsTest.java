package dev.vitrine.collector.validation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.collector.Batches;
import dev.vitrine.collector.catalogs.ReleasedCatalog;
import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of accepted events, and for how long. */
class KnownEventsTest {
    private static final int TODAY = (int) Batches.TODAY.toEpochDay();

    private final CatalogRules rules = new CatalogRules(Batches.catalogs().newest());
    private final ExperimentRules experiment = rules.event("edit-tool-outcome");
    private final KnownEvents known = new KnownEvents();

    private static byte[] event(String model) {
        return ("{\"event\":\"edit-tool-outcome\",\"day\":\"2026-11-21\",\"payload\":" + Batches.edit(model, 1) + '}')
                .getBytes(US_ASCII);
    }

    private static byte[] endingWith(String model) {
        return ("{\"event\":\"edit-tool-outcome\",\"day\":\"2026-11-21\",\"payload\":{\"attempts\":1,\"model\":\""
                        + model + "\"}}")
                .getBytes(US_ASCII);
    }

    private static long[] fingerprint(byte[] event) {
        long[] fingerprint = new long[2];
        Fingerprints.write(event, 0, event.length, fingerprint, 0);
        return fingerprint;
    }

    private void remember(byte[] event, String model) {
        assertThat(note(event, model)).isNotZero();
    }

    private int note(byte[] event, String model) {
        EventKey key = new EventKey("edit-tool-outcome", TODAY, model);
        return known.note(inArray(event), 1, event.length + 1, experiment, false, key);
    }

    /** Has all that was noted become known. */
    private void settle() {
        for (int more = 0; more < KnownEvents.FEWEST_NOTES; more++) {
            remember(event("settled-" + more), "settled");
        }
    }

    private boolean knows(byte[] event) {
        return knows(event, rules, false);
    }

    private boolean knows(byte[] event, CatalogRules rules, boolean identified) {
        KnownEventsTable.Found found = found(event, rules, identified);
        return found.isKnown(0) && !found.use(0).experiment().isEmpty();
    }

    private KnownEventsTable.Found found(byte[] event) {
        return found(event, rules, false);
    }

    private KnownEventsTable.Found found(byte[] event, CatalogRules rules, boolean identified) {
        EventSpans spans = new EventSpans();
        assertThat(spans.find(inArray(event), 0)).isTrue();
        return known.find(spans, rules, identified);
    }

    private static byte[] inArray(byte[] event) {
        byte[] body = new byte[event.length + 2];
        System.arraycopy(event, 0, body, 1, event.length);
        body[0] = '[';
        body[event.length + 1] = ']';
        return body;
    }

    @Test
    void events_of_which_only_the_hash_is_the_same_are_told_apart() {
        Map<Integer, byte[]> byHash = new HashMap<>();
        byte[] first = null;
        byte[] second = null;
        for (int i = 0; first == null; i++) {
            second = event("model-" + i);
            long[] fingerprint = fingerprint(second);
            first = byHash.put(Fingerprints.hash(fingerprint[0], fingerprint[1]), second);
        }
        remember(first, "first");
        settle();
        assertThat(knows(first)).isTrue();
        assertThat(knows(second)).isFalse();
    }

    @Test
    void events_of_different_lengths_are_told_apart_also_when_their_fingerprints_are_the_same() {
        String model = "model-" + "x".repeat(Fingerprints.SHORTEST);
        while (endingWith(model).length % Fingerprints.SHORTEST != 3) {
            model += "x";
        }
        // A fingerprint's last words overlap those before them: in a row of the same, one more changes nothing.
        String other = model + "x";
        assertThat(fingerprint(endingWith(model))).isEqualTo(fingerprint(endingWith(other)));
        for (int round = 0; round < 3; round++) {
            assertThat(note(endingWith(model), model)).isNotEqualTo(note(endingWith(other), other));
            settle();
        }
        assertThat(found(endingWith(model)).use(0).payload()).isEqualTo(model);
        assertThat(found(endingWith(other)).use(0).payload()).isEqualTo(other);
    }

    @Test
    void the_shortest_event_that_there_can_be_is_found_among_others() {
        byte[] body =
                "[{\"event\":\"a\",\"day\":\"2026-11-21\",\"payload\":{}},{\"event\":\"\",\"day\":\"2026-11-21\",\"payload\":{}}]"
                        .getBytes(US_ASCII);
        EventSpans spans = new EventSpans();
        assertThat(spans.find(body, 0)).isTrue();
        assertThat(spans.count()).isEqualTo(2);
        assertThat(spans.arrayEnd()).isEqualTo(body.length - 1);
    }

    @Test
    void an_event_is_known_under_its_catalog_only() {
        remember(event("gpt-5"), "gpt-5");
        settle();
        assertThat(knows(event("gpt-5"))).isTrue();
        CatalogRules others = new CatalogRules(Batches.catalogs().newest());
        assertThat(knows(event("gpt-5"), others, false)).isFalse();
    }

    @Test
    void an_event_with_a_pseudonym_is_known_in_batches_only_that_bear_an_id() {
        ReleasedCatalog released = Batches.catalogs().newest();
        CatalogRules pseudonymous = new CatalogRules(new ReleasedCatalog(
                released.file(),
                released.digest(),
                released.catalog().withExperiments(List.of(SampleCatalog.repositoryShape())),
                released.recipient()));
        byte[] event = ("{\"event\":\"repository-shape\",\"day\":\"2026-11-21\",\"payload\":"
                        + SampleCatalog.repositoryShape().example() + '}')
                .getBytes(US_ASCII);
        byte[] body = inArray(event);
        EventKey key = new EventKey("repository-shape", TODAY, "{}");
        known.note(body, 1, body.length - 1, pseudonymous.event("repository-shape"), true, key);
        settle();
        assertThat(knows(event, pseudonymous, true)).isTrue();
        assertThat(knows(event, pseudonymous, false)).isFalse();
    }

    @Test
    void ever_new_events_push_out_few_of_those_that_are_asked_for_again_and_again() {
        int asked = 0;
        int found = 0;
        for (int i = 0; i < 300_000; i++) {
            remember(event("stranger-" + i), "stranger-" + i);
            String popular = "popular-" + i % 1_000;
            asked++;
            if (knows(event(popular))) {
                found++;
            } else {
                remember(event(popular), popular);
            }
        }
        assertThat(found).isGreaterThan(asked * 95 / 100);
        // There is no room for them all.
        assertThat(IntStream.range(0, 300_000).filter(i -> knows(event("stranger-" + i))))
                .hasSizeLessThan(70_000);
    }

    @Test
    void what_was_asked_for_on_days_gone_by_makes_room() {
        for (int day = 0; day < 5; day++) {
            for (int round = 0; round < 6; round++) {
                for (int i = 0; i < 40_000; i++) {
                    String model = "day-" + day + '-' + i;
                    if (!knows(event(model))) {
                        remember(event(model), model);
                    }
                }
            }
        }
        assertThat(IntStream.range(0, 40_000).filter(i -> knows(event("day-4-" + i))))
                .hasSizeGreaterThan(25_000);
    }

    @Test
    void a_long_event_is_not_remembered() {
        assertThat(note(event("x".repeat(300)), "x")).isZero();
        settle();
        assertThat(knows(event("x".repeat(300)))).isFalse();
    }

    @Test
    void of_what_is_known_the_day_the_key_and_the_experiment_are_those_it_was_noted_with() {
        Random random = new Random(41);
        List<ExperimentRules> experiments = new ArrayList<>();
        for (int catalog = 0; catalog < 3; catalog++) {
            experiments.add(new CatalogRules(Batches.catalogs().newest()).event("edit-tool-outcome"));
        }
        Map<String, EventKey> noted = new HashMap<>();
        Map<String, Integer> tags = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int number = random.nextInt(3_000);
            ExperimentRules under = experiments.get(random.nextInt(3));
            String name = number + " " + experiments.indexOf(under);
            EventKey key = noted.computeIfAbsent(
                    name, any -> new EventKey("edit-tool-outcome", random.nextInt(3_600_000) - 700_000, name));
            byte[] body = inArray(event("model-" + number));
            KnownEventsTable.Found found = found(event("model-" + number), under.catalog(), false);
            if (found.isKnown(0)) {
                assertThat(found.use(0)).isEqualTo(key);
                assertThat(found.epochDay(0)).isEqualTo(key.epochDay());
                assertThat(found.keyHash(0)).isEqualTo(key.hashCode());
                assertThat(found.experiment(0)).isSameAs(under);
                assertThat(found.tag(0)).isEqualTo(tags.get(name));
            } else {
                int tag = known.note(body, 1, body.length - 1, under, false, key);
                assertThat(tag).isEqualTo(tags.computeIfAbsent(name, any -> tag));
            }
        }
        assertThat(tags).hasSizeGreaterThan(8_000);
        assertThat(tags.values()).doesNotHaveDuplicates().doesNotContain(0);
    }
}
