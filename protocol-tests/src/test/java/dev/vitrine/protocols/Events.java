package dev.vitrine.protocols;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random events, and what must arrive of each: worked out from the record alone. */
final class Events {
    private static final Label[] LABELS = Label.values();
    private static final String[] CHOICES = {"plain", "a/b", "no \"choice\" of the list", null};

    private final Random random;

    Events(long seed) {
        random = new Random(seed);
    }

    EveryKind next() {
        return new EveryKind(
                random.nextBoolean(),
                label(),
                labels(),
                random.nextInt(-9, 15),
                random.nextInt(4) == 0 ? 9_007_199_254_740_993L : random.nextLong(),
                random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(-1, 20),
                Duration.ofMillis(random.nextInt(20_000)),
                CHOICES[random.nextInt(CHOICES.length)],
                random.nextBoolean() ? "1.2." + random.nextInt(99) : "\"1.2\"",
                "/home/\"jane\"",
                switch (random.nextInt(3)) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(true);
                    default -> Optional.of(false);
                },
                new EveryKind.Nested(random.nextBoolean(), label(), new EveryKind.Deeper(random.nextInt(2), labels())));
    }

    /** The fields of an event as they must arrive, in order, but for the pseudonym. */
    static Map<String, Object> expected(EveryKind event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event.event());
        fields.put("distinct_id", event.distinct().text);
        fields.put("properties", texts(event.properties()));
        fields.put("timestamp", (long) Math.max(-3, Math.min(9, event.timestamp())));
        fields.put("large", Math.min(9_007_199_254_740_993L, event.large()));
        if (!Double.isNaN(event.ratio())) {
            fields.put("ratio", event.ratio() < 0.5 ? "<0.5" : event.ratio() < 10 ? "0.5-10" : ">=10");
        }
        long seconds = event.pause().toSeconds();
        fields.put("pause", seconds < 1 ? "<1s" : seconds < 10 ? "1-10s" : ">=10s");
        fields.put(
                "version",
                Set.of("plain", "a/b").contains(String.valueOf(event.version())) ? event.version() : "other");
        if (event.release().startsWith("1")) {
            fields.put("release", event.release());
        }
        event.maybe().ifPresent(maybe -> fields.put("maybe", maybe));
        Map<String, Object> deeper = new LinkedHashMap<>();
        deeper.put("key", (long) event.app().deeper().key());
        deeper.put("value", texts(event.app().deeper().value()));
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("yes", event.app().yes());
        nested.put("label", event.app().label().text);
        nested.put("deeper", deeper);
        fields.put("app", nested);
        return fields;
    }

    private static List<String> texts(Set<Label> labels) {
        return labels.stream().sorted().map(label -> label.text).toList();
    }

    private Label label() {
        return LABELS[random.nextInt(LABELS.length)];
    }

    private Set<Label> labels() {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            labels.add(label());
        }
        return labels;
    }
}
