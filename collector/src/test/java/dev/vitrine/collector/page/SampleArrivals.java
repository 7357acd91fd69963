package dev.vitrine.collector.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.collector.store.EventCount;
import dev.vitrine.collector.store.NewBatch;
import dev.vitrine.collector.store.Release;
import dev.vitrine.collector.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Batches as users of the sample application send them, always the same ones. */
final class SampleArrivals {
    private static final int RETENTION = 90;
    private static final List<String> MODELS = List.of(
            "gpt-5",
            "claude-opus-4.1",
            "claude-sonnet-4.5",
            "gemini-2.5-pro",
            "qwen3-coder",
            "gpt-5-mini",
            "glm-4.6",
            "deepseek-v3.2",
            "kimi-k2",
            "grok-4",
            "other");

    private final Random random = new Random(20_261_121);
    private final Store store;
    private final List<CompletableFuture<?>> taken = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();

    SampleArrivals(Store store) {
        this.store = store;
        for (int i = 0; i < 400; i++) {
            people.add(new UUID(random.nextLong(), random.nextLong()));
        }
    }

    /** One event in each of so many anonymous batches. */
    static void outcomes(Store store, LocalDate day, String outcome, int batches) {
        for (int i = 0; i < batches; i++) {
            List<EventCount> events = new ArrayList<>();
            add(
                    events,
                    "edit-tool-outcome",
                    day,
                    "{\"model\":\"gpt-5\",\"outcome\":\"" + outcome + "\",\"attempts\":1}");
            String id = UUID.nameUUIDFromBytes((outcome + i).getBytes(UTF_8))
                    .toString()
                    .replace("-", "");
            store.add(new NewBatch(id, null, new Release("0.62.0", "linux", "x86_64"), RETENTION, events))
                    .join();
        }
    }

    /** One week's batches; {@code age} says how many weeks ago, for the trends. */
    void week(LocalDate monday, int age, int batches, int days) {
        for (int i = 0; i < batches; i++) {
            boolean anonymous = random.nextInt(3) == 0;
            UUID person = people.get(random.nextInt(people.size() - 25 * age));
            LocalDate day = monday.plusDays(random.nextInt(days));
            taken.add(store.add(new NewBatch(
                    hexadecimal(),
                    anonymous ? null : person,
                    release(age, person),
                    RETENTION,
                    events(day, age, anonymous ? "" : code(person)))));
        }
        taken.forEach(CompletableFuture::join);
        taken.clear();
    }

    private String hexadecimal() {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    private static String code(UUID person) {
        return String.format("%016x", person.getMostSignificantBits()).repeat(4);
    }

    private Release release(int age, UUID person) {
        int platform = Math.floorMod(person.hashCode(), 20);
        String os = platform < 11 ? "linux" : platform < 17 ? "macos" : "windows";
        String arch = platform < 9 || platform > 16 ? "x86_64" : "aarch64";
        String version = random.nextInt(8) < age ? (random.nextInt(4) == 0 ? "0.60.2" : "0.61.0") : "0.62.0";
        return new Release(version, os, arch);
    }

    private List<EventCount> events(LocalDate day, int age, String code) {
        List<EventCount> events = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            add(
                    events,
                    "edit-tool-outcome",
                    day,
                    "{\"model\":\"" + model() + "\",\"outcome\":\"" + outcome(age) + "\",\"attempts\":" + few(4) + "}");
        }
        if (random.nextInt(3) == 0) {
            add(
                    events,
                    "stream-failure",
                    day,
                    "{\"route\":{\"provider\":\"" + one("anthropic", "openai", "local", "other")
                            + "\",\"proxied\":" + (random.nextInt(4) == 0) + "}"
                            + (random.nextBoolean() ? ",\"retries\":" + few(5) : "") + "}");
        }
        add(
                events,
                "provider-latency",
                day,
                "{\"first_token\":\"" + one("200-1000ms", "1000-5000ms", "<200ms", ">=5000ms")
                        + "\",\"tokens_per_second\":\"" + one("10-100", "0.5-10", ">=100", "<0.5") + "\"}");
        if (random.nextInt(4) == 0) {
            add(
                    events,
                    "repository-shape",
                    day,
                    "{" + (code.isEmpty() ? "" : "\"repository\":\"" + code + "\",")
                            + "\"git\":\"" + one("2.51.0", "2.47.3", "2.39.5", "2.43.0", "2.34.1")
                            + "\",\"languages\":["
                            + languages() + "]}");
        }
        return events;
    }

    private static void add(List<EventCount> events, String experiment, LocalDate day, String payload) {
        EventCount count = new EventCount(experiment, Math.toIntExact(day.toEpochDay()), payload, 1);
        if (events.stream()
                .noneMatch(other ->
                        other.payload().equals(payload) && other.experiment().equals(experiment))) {
            events.add(count);
        }
    }

    private String outcome(int age) {
        int draw = random.nextInt(100);
        return draw < 8 + 2 * age ? "no_match" : draw < 11 + 2 * age ? "io_error" : "applied";
    }

    private String model() {
        return MODELS.get(few(MODELS.size()) - 1);
    }

    private String languages() {
        List<String> chosen = new ArrayList<>();
        for (String language : List.of("c#", "java", "python", "rust")) {
            if (random.nextInt(3) == 0) {
                chosen.add('"' + language + '"');
            }
        }
        return String.join(",", chosen);
    }

    private String one(String... values) {
        return values[few(values.length) - 1];
    }

    /** A number from 1 to {@code most}; the small ones are more frequent. */
    private int few(int most) {
        return 1 + Math.min(random.nextInt(most), Math.min(random.nextInt(most), random.nextInt(most)));
    }
}
