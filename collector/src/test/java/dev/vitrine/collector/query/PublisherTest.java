package dev.vitrine.collector.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.collector.store.EventCount;
import dev.vitrine.collector.store.NewBatch;
import dev.vitrine.collector.store.Release;
import dev.vitrine.collector.store.Round;
import dev.vitrine.collector.store.Snapshot;
import dev.vitrine.collector.store.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rounds become portions, with the real store. */
class PublisherTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int DAY = Math.toIntExact(TODAY.toEpochDay());
    private static final InstantSource CLOCK =
            InstantSource.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    private static final Experiment EXPERIMENT = SampleCatalog.editToolOutcome();
    private static final Map<String, Experiment> EXPERIMENTS = Map.of(EXPERIMENT.id(), EXPERIMENT);

    @TempDir
    Path folder;

    private SqliteStore store;
    private StoredPublications publications;
    private int batches;

    @BeforeEach
    void open() throws Exception {
        store = SqliteStore.open(folder, 0, CLOCK);
        publications = new StoredPublications(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRoundThatEndedAndWasNotReleasedBecauseTheMachineStoppedIsReleasedAtTheNextStart() throws Exception {
        add(30, true);
        Publications.Waiting round = publications.waiting().get(0);
        publications.take(round);
        add(3, true);
        assertThat(publications.waiting())
                .extracting(Publications.Waiting::ended)
                .containsExactly(true, false);
        assertThat(publisher().publishDue()).isTrue();
        assertThat(answer().events().total().value()).isEqualTo(30);
        assertThat(publications.waiting())
                .extracting(Publications.Waiting::reporters)
                .containsExactly(3L);
    }

    @Test
    void aRoundThatLostTooManyReportersIsNotReleasedAndItsEventsJoinTheNext() throws Exception {
        add(30, true);
        publications.take(publications.waiting().get(0));
        for (int i = 1; i <= 25; i++) {
            store.forget(person(i)).get();
        }
        publisher().publishDue();
        assertThat(answer().isEmpty()).isTrue();
        assertThat(publications.waiting())
                .extracting(Publications.Waiting::reporters)
                .containsExactly(5L);
        add(40, true);
        publisher().publishDue();
        assertThat(answer().events().total().value()).isEqualTo(45);
    }

    @Test
    void eventsOfAllRoundsAreForgotten() throws Exception {
        add(30, true);
        publisher().publishDue();
        batches = 0;
        add(1, true);
        assertThat(store.forget(person(1)).get()).isEqualTo(2);
        store.add(batch(1_000, person(2))).get();
        assertThat(store.forget(person(2)).get()).isEqualTo(2);
    }

    @Test
    void anonymousBatchesCountAsOneReporterEach() throws Exception {
        add(29, false);
        publisher().publishDue();
        assertThat(answer().isEmpty()).isTrue();
        add(1, false);
        publisher().publishDue();
        assertThat(answer().reporters().total().value()).isEqualTo(30);
    }

    @Test
    void oneInstallationIsOneReporterHoweverManyBatchesItSends() throws Exception {
        for (int i = 0; i < 200; i++) {
            store.add(batch(i, person(i % 9))).get();
        }
        Publisher later = new Publisher(
                publications,
                EXPERIMENTS,
                Threshold.DEFAULT,
                InstantSource.fixed(TODAY.plusDays(9).atStartOfDay().toInstant(ZoneOffset.UTC)));
        assertThat(later.publishDue()).isFalse();
        assertThat(answer().isEmpty()).isTrue();
    }

    @Test
    void answersAreKeptUpToDateWhileBatchesComeIn() throws Exception {
        try (LiveAnswers live = new LiveAnswers(publisher(), publications, Threshold.DEFAULT, CLOCK)) {
            assertThat(live.get().answer(EXPERIMENT, Filter.ALL).isEmpty()).isTrue();
            add(30, true);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !live.get().answer(EXPERIMENT, Filter.ALL).isEmpty());
        }
    }

    @Test
    void weeksBeginOnMondaysBeforeAndAfter1970() {
        for (LocalDate day = LocalDate.of(1969, 12, 1); day.getYear() < 1971; day = day.plusDays(1)) {
            int epochDay = Math.toIntExact(day.toEpochDay());
            Round round = new Round("any", Round.weekOf(epochDay), 1);
            assertThat(LocalDate.ofEpochDay(round.firstDay()))
                    .isEqualTo(Week.of(day).monday());
            assertThat(LocalDate.ofEpochDay(round.lastDay()))
                    .isEqualTo(Week.of(day).sunday());
        }
    }

    @Test
    void noOperatorCanAskForFewerThanTheFloor() {
        assertThatThrownBy(() -> new Threshold(Threshold.FLOOR - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 5");
    }

    private Publisher publisher() {
        return new Publisher(publications, EXPERIMENTS, Threshold.DEFAULT, CLOCK);
    }

    private Answer answer() {
        return Answers.of(publications.portions(), Threshold.DEFAULT).answer(EXPERIMENT, Filter.ALL);
    }

    private void add(int count, boolean identified) throws Exception {
        for (int i = 0; i < count; i++) {
            batches++;
            store.add(batch(batches, identified ? person(batches) : null)).get();
        }
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.waiting()).isNotEmpty();
        }
    }

    private static UUID person(int number) {
        return new UUID(3, number);
    }

    private static int made;

    private static NewBatch batch(int number, UUID person) {
        made++;
        return new NewBatch(
                String.format("%016x%016x", made, number),
                person,
                new Release("0.62.0", "linux", "x86_64"),
                90,
                List.of(new EventCount(
                        EXPERIMENT.id(), DAY, "{\"model\":\"gpt-5\",\"outcome\":\"applied\",\"attempts\":1}", 1)));
    }
}
