package dev.vitrine.collector.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import dev.vitrine.collector.Batches;
import dev.vitrine.collector.catalogs.CatalogsUnusableException;
import dev.vitrine.collector.catalogs.ReleasedCatalog;
import dev.vitrine.collector.catalogs.ReleasedCatalogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of events that were accepted before is read in another way than others are, and comes to the same verdict. */
class QuickReadingTest {
    private static final int BODIES = Boolean.getBoolean("vitrine.torture") ? 1_000_000 : 60_000;
    private static final byte[][] PIECES = {
        {'{'},
        {'}'},
        {'['},
        {']'},
        {','},
        {':'},
        {'"'},
        {'\\'},
        {' '},
        {'\n'},
        {0},
        {-1},
        {-64, -81},
        {'1'},
        {'e'},
        "}},".getBytes(UTF_8),
        "{}".getBytes(UTF_8),
        "[[[".getBytes(UTF_8),
        "\\u0061".getBytes(UTF_8),
        "\"day\":\"2026-11-21\",".getBytes(UTF_8),
        "\"os\":\"linux\",".getBytes(UTF_8),
        "ü".getBytes(UTF_8),
        "null".getBytes(UTF_8),
        "\"a\":1,".getBytes(UTF_8)
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(24);
    private final Map<ReleasedCatalog, List<String>> accepted = new HashMap<>();
    private final Map<ReleasedCatalog, List<String>> refused = new HashMap<>();
    private LocalDate today = Batches.TODAY;
    private ReleasedCatalogs catalogs;
    private BatchReader reader;

    /** Two releases with events of the same names, some of which have different fields. */
    @BeforeEach
    void release() throws IOException, CatalogsUnusableException {
        Catalog flagship = new CatalogJsonReader("catalog.json").readCatalog(Files.readAllBytes(Batches.catalogFile()));
        for (int release = 0; release < 2; release++) {
            List<Experiment> experiments = new ArrayList<>(flagship.experiments());
            experiments.add(SampleCatalog.repositoryShape());
            RandomExperiments others = new RandomExperiments(41 + release);
            for (int i = 0; i < 8; i++) {
                experiments.add(others.next("experiment-" + i));
            }
            Files.write(
                    folder.resolve("0." + release + ".json"),
                    CatalogJsonWriter.write(flagship.withExperiments(experiments)));
        }
        catalogs = ReleasedCatalogs.read(folder);
        reader =
                new BatchReader(catalogs, () -> Instant.from(today.atTime(12, 0).atZone(ZoneOffset.UTC)));
        for (ReleasedCatalog catalog : catalogs.all()) {
            accepted.put(catalog, new ArrayList<>());
            refused.put(catalog, new ArrayList<>());
            for (Experiment experiment : catalog.catalog().experiments()) {
                for (int days = 0; days < 3; days++) {
                    String event = "{\"event\":" + Batches.quoted(experiment.event()) + ",\"day\":\""
                            + Batches.TODAY.minusDays(days) + "\",\"payload\":" + experiment.example() + '}';
                    Verdict verdict = reader.readThoroughly(batch(catalog)
                            .identified(new UUID(1, 1))
                            .rawEvent(event)
                            .json()
                            .getBytes(UTF_8));
                    (verdict.refused().isEmpty() ? accepted : refused)
                            .get(catalog)
                            .add(event);
                }
            }
        }
    }

    private static Batches batch(ReleasedCatalog catalog) {
        return Batches.batch().with("catalog", Batches.quoted(catalog.digest()));
    }

    /** Most events are as they should be, of the batch's own release. */
    private byte[] body() {
        ReleasedCatalog release = catalogs.all().get(random.nextInt(2));
        ReleasedCatalog other = catalogs.all().get(random.nextInt(2));
        Batches batch = batch(release);
        if (random.nextInt(3) > 0) {
            batch.identified(new UUID(1, random.nextInt(9)));
        }
        for (int more = 1 + random.nextInt(6); more > 0; more--) {
            batch.rawEvent(
                    switch (random.nextInt(40)) {
                        case 0 -> one(accepted.get(other));
                        case 1 -> one(refused.get(release));
                        default -> one(accepted.get(release));
                    });
        }
        return ((random.nextInt(40) == 0 ? "\ufeff" : "") + batch.json()).getBytes(UTF_8);
    }

    private String one(List<String> events) {
        return events.isEmpty() ? "{}" : events.get(random.nextInt(events.size()));
    }

    private byte[] mutated(byte[] body) {
        byte[] bytes = body;
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            // More often in the events than before them.
            int from = random.nextInt(4) == 0 ? 0 : Math.max(0, bytes.length - 200);
            int at = from + random.nextInt(bytes.length - from);
            int end = at + random.nextInt(Math.min(bytes.length - at, random.nextInt(8) == 0 ? 200 : 3) + 1);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            switch (random.nextInt(3)) {
                case 0 -> changed.writeBytes(PIECES[random.nextInt(PIECES.length)]);
                case 1 -> changed.writeBytes(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, 2 * end - at)));
                default -> {}
            }
            changed.write(bytes, end, bytes.length - end);
            bytes = changed.toByteArray();
            if (bytes.length == 0) {
                return body;
            }
        }
        return bytes;
    }

    @Test
    void the_quick_way_comes_to_the_same_verdict_as_the_thorough_one_or_to_none() {
        int quick = 0;
        int quickWhenMutated = 0;
        int refusals = 0;
        for (int i = 0; i < BODIES; i++) {
            // Some events come too late then, and some are too old.
            today = Batches.TODAY.plusDays(random.nextInt(5) == 0 ? random.nextInt(200) : 0);
            boolean mutate = random.nextBoolean();
            byte[] body = mutate ? mutated(body()) : body();
            Verdict verdict = reader.readQuickly(body);
            Verdict thorough = reader.readThoroughly(body);
            if (verdict != null) {
                assertThat(verdict)
                        .as("%s on %s", new String(body, UTF_8), today)
                        .isEqualTo(thorough);
                assertThat(verdict.refused()).isEmpty();
                quick++;
                quickWhenMutated += mutate ? 1 : 0;
            }
            refusals += thorough.refused().isEmpty() ? 0 : 1;
        }
        // Neither is rare, so that agreement means something.
        assertThat(quick).isGreaterThan(BODIES / 5);
        assertThat(quickWhenMutated).isGreaterThan(BODIES / 50);
        assertThat(refusals).isGreaterThan(BODIES / 5);
    }

    @Test
    void a_batch_of_one_of_our_clients_is_read_in_the_quick_way_at_once_and_another_spelling_is_not() {
        String json = Batches.batch()
                .event(Batches.edit("gpt-5", 1))
                .event(Batches.edit("gpt-5", 2))
                .json();
        BatchReader flagship = new BatchReader(Batches.catalogs(), Batches.CLOCK);
        assertThat(flagship.readQuickly(json.getBytes(UTF_8))).isNotNull();
        for (String other : List.of(
                json.replace("},{", "} ,{"),
                json.replace("]}", "]} "),
                json.replace("]}", "],\"trackingId\":\"0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1\"}"),
                '\ufeff' + json)) {
            assertThat(flagship.readQuickly(other.getBytes(UTF_8))).as(other).isNull();
            assertThat(flagship.read(other.getBytes(UTF_8)).accepted())
                    .as(other)
                    .isEqualTo(2);
        }
    }

    @Test
    void a_byte_order_mark_before_an_event_is_refused_in_both_ways() {
        String json = Batches.batch()
                .event(Batches.edit("gpt-5", 1))
                .event(Batches.edit("gpt-5", 2))
                .json();
        BatchReader flagship = new BatchReader(Batches.catalogs(), Batches.CLOCK);
        for (String marked : List.of(json.replace("[{", "[\ufeff{"), json.replace("},{", "},\ufeff{"))) {
            byte[] body = marked.getBytes(UTF_8);
            assertThat(flagship.readQuickly(body)).as(marked).isNull();
            assertThat(flagship.read(body).accepted()).as(marked).isZero();
        }
    }

    @Test
    void what_is_nested_too_deeply_in_an_event_is_refused_as_a_whole_in_both_ways() {
        for (String depth : List.of("[[]]", "[[[]]]")) {
            byte[] body =
                    Batches.batch().event("{\"model\":" + depth + '}').json().getBytes(UTF_8);
            BatchReader flagship = new BatchReader(Batches.catalogs(), Batches.CLOCK);
            assertThat(flagship.readQuickly(body)).isNull();
            assertThat(flagship.read(body)).isEqualTo(flagship.readThoroughly(body));
        }
    }
}
