package dev.vitrine.catalog;

import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.OneOfType;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.catalog.FieldType.ReleaseVersionType;
import dev.vitrine.catalog.FieldType.SourcedType;
import dev.vitrine.catalog.json.ExampleText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Experiments of random shapes, the same for the same seed: every kind of field, nested up to three deep, with texts of
 * many scripts.
 *
 * <p>Whoever makes Java sources of them can rely on this: a field's name is snake_case and, without its underscores, a
 * Java identifier that is no keyword; the edges of buckets are whole numbers from 0 on, so that they can be read from
 * the labels, whose unit, if any, is {@code ms}; only fields whose Java type can be in an {@code Optional} here
 * (neither sets nor records) are optional; buckets that may be NaN stand for a {@code double}, those with a unit for a
 * {@code Duration}, others for a {@code long}; each example holds the first value of each field, as the payload writer
 * does.
 */
public final class RandomExperiments {
    private static final int DEEPEST = 3;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String[] WORDS = {
        "amber", "basalt", "cedar", "delta", "ember", "fjord", "grove", "heron", "inlet", "jetty", "kelp", "larch"
    };
    private static final String[] PHRASES = {
        "How many were there?",
        "Größe der Datei",
        "何回試しましたか",
        "it's \"quoted\" \\ and | piped",
        "<b>bold</b> & more",
        "# no heading",
        "* no list",
        "[a](javascript:alert(1))",
        "`code` ``",
        "line one\nline two",
        "Ünïcödé 🦊",
        "a_b_c ~~d~~"
    };

    private final Random random;

    /** Begins the sequence that belongs to {@code seed}. */
    public RandomExperiments(long seed) {
        this.random = new Random(seed);
    }

    /** A catalog of {@code size} experiments, of which the ids are {@code experiment-0} and so on. */
    public Catalog catalog(int size) {
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            experiments.add(next("experiment-" + i));
        }
        return new Catalog(
                new Application("random-app", phrase(), "privacy@random.example", "https://random.example/privacy"),
                List.of(new Recipient(
                        "random.example",
                        "https://random.example/events",
                        phrase(),
                        1 + random.nextInt(700),
                        "vitrine")),
                ConsentRules.of(
                        "random-app", random.nextBoolean() ? List.of("anonymous") : List.of("anonymous", "identified")),
                Envelope.entries(),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new SideRequest("update check", "https://random.example/latest", phrase())),
                experiments);
    }

    /** The next experiment, with this id. */
    public Experiment next(String id) {
        List<Field> fields = fields(0);
        return new Experiment(
                id,
                random.nextInt(4) == 0 ? id.replace('-', ' ') : id,
                phrase(),
                random.nextBoolean() ? "" : phrase(),
                "team-" + random.nextInt(9) + "@random.example",
                LocalDate.ofEpochDay(20_000 + random.nextInt(2_000)),
                random.nextBoolean() ? List.of() : List.of("https://random.example/issues/" + random.nextInt(1_000)),
                "dev.example.random",
                "dev.example.random.Type" + id.replace('-', '_'),
                fields,
                example(fields));
    }

    /** The value of a field that is its first one, as the payload writer counts. */
    private static String example(List<Field> fields) {
        return ExampleText.of(MAPPER.writeValueAsString(values(fields)));
    }

    private static Map<String, Object> values(List<Field> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.name(), value(field.type())));
        return values;
    }

    private static Object value(FieldType type) {
        if (type instanceof BooleanType) {
            return true;
        } else if (type instanceof EnumType constants) {
            return constants.constants().get(0).value();
        } else if (type instanceof EnumSetType set) {
            return List.of(set.constants().get(0).value());
        } else if (type instanceof RangeType range) {
            return range.min();
        } else if (type instanceof BucketsType buckets) {
            return buckets.labels().get(0);
        } else if (type instanceof OneOfType oneOf) {
            return oneOf.values().get(0);
        } else if (type instanceof SourcedType) {
            return "other";
        } else if (type instanceof ReleaseVersionType) {
            return "1.2.3";
        } else if (type instanceof PseudonymType) {
            return "0123456789abcdef".repeat(4);
        } else if (type instanceof RecordType nested) {
            return values(nested.fields());
        }
        throw new AssertionError("a kind of field without an example: " + type);
    }

    private List<Field> fields(int depth) {
        int count = depth == 0 ? random.nextInt(7) : 1 + random.nextInt(3);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            names.add(word() + '_' + word() + random.nextInt(10));
        }
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            FieldType type = type(depth);
            boolean canBeOptional = !(type instanceof EnumSetType || type instanceof RecordType);
            fields.add(new Field(name, phrase(), type, canBeOptional && random.nextInt(3) == 0));
        }
        return fields;
    }

    private FieldType type(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 10 : 9)) {
            case 0 -> new BooleanType();
            case 1 -> new EnumType(constants());
            case 2 -> new EnumSetType(constants());
            case 3 -> range();
            case 4 -> buckets();
            case 5 -> new OneOfType(distinct(1 + random.nextInt(6), this::name));
            case 6 ->
                new SourcedType(
                        "dev.example.random.Names", random.nextBoolean() ? "" : phrase(), 1 + random.nextInt(65_536));
            case 7 -> new ReleaseVersionType();
            case 8 -> new PseudonymType();
            default -> new RecordType(fields(depth + 1));
        };
    }

    private List<Constant> constants() {
        int count = random.nextInt(20) == 0 ? 64 : 1 + random.nextInt(6);
        return distinct(count, this::label).stream()
                .map(value -> new Constant(value, phrase()))
                .toList();
    }

    private RangeType range() {
        if (random.nextInt(10) == 0) {
            return new RangeType(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long min = random.nextInt(200) - 100;
        return new RangeType(min, min + random.nextInt(1_000));
    }

    private BucketsType buckets() {
        int count = 1 + random.nextInt(5);
        double[] edges = new double[count];
        double edge = random.nextInt(10);
        for (int i = 0; i < count; i++) {
            edges[i] = edge;
            edge += 1 + random.nextInt(1_000);
        }
        return switch (random.nextInt(3)) {
            case 0 -> new BucketsType(BucketLabels.of(edges), false);
            case 1 -> new BucketsType(BucketLabels.of(edges), true);
            default -> new BucketsType(BucketLabels.of(edges, ChronoUnit.MILLIS), false);
        };
    }

    private List<String> distinct(int count, Supplier<String> source) {
        Set<String> values = new LinkedHashSet<>();
        while (values.size() < count) {
            values.add(source.get());
        }
        return List.copyOf(values);
    }

    /** A name that a list may hold: its characters are restricted. */
    private String name() {
        return word() + "-" + random.nextInt(1_000) + (random.nextBoolean() ? "" : "/" + word() + ":" + word());
    }

    /** A name of an enum's constant on the wire: printable text of up to 64 characters. */
    private String label() {
        return switch (random.nextInt(6)) {
            case 0 -> "é" + random.nextInt(1_000);
            case 1 -> "\"" + word() + "\" \\ " + random.nextInt(1_000);
            case 2 -> "🦊 " + random.nextInt(1_000);
            case 3 -> word() + " | " + random.nextInt(1_000) + " </script>";
            default -> word() + '_' + random.nextInt(1_000);
        };
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String phrase() {
        return PHRASES[random.nextInt(PHRASES.length)];
    }
}
