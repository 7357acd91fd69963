package dev.vitrine.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records of random shapes, as source. The same seed gives the same shapes. */
final class RandomShapes {
    private static final List<String> TEXTS = List.of(
            "Plain.", "Größe \uD83D\uDE80", "a | b", "%n %s %1$s", "*/ /*", "\u2028 line", "<b>&amp;</b>", "`code`");

    private final Random random;
    private final StringBuilder members = new StringBuilder();
    private int types;

    RandomShapes(Random random) {
        this.random = random;
    }

    /** The source of an experiment named {@code name}, in the package {@code shapes}. */
    String source(String name, String id) {
        members.setLength(0);
        types = 0;
        String components = components(random.nextInt(9), 2);
        return """
                package shapes;
                import dev.vitrine.*;
                import java.time.Duration;
                import java.time.temporal.ChronoUnit;
                import java.util.*;
                @Experiment(id = "%s", question = %s, owner = "o@x.example", expires = "2099-01-01")
                public record %s(%s) {
                %s}
                """.formatted(id, text(), name, components, members);
    }

    private String components(int count, int depth) {
        List<String> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String wireName = random.nextInt(4) == 0 ? "@WireName(\"W-" + i + "\") " : "";
            components.add("\n    @Description(" + text() + ") " + wireName + component(depth) + " c" + i);
        }
        return String.join(",", components);
    }

    private String component(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 13)) {
            case 0 -> maybe("boolean", "Boolean");
            case 1 -> range(random.nextInt()) + maybe("int", "Integer");
            case 2 -> range(random.nextLong()) + maybe("long", "Long");
            case 3 -> "@Range(min = -3, max = 90) " + maybe("byte", "Byte");
            case 4 -> "@Buckets({" + edgesOfShorts() + "}) " + maybe("short", "Short");
            case 5 -> buckets() + maybe("double", "Double");
            case 6 -> buckets() + maybe("float", "Float");
            case 7 -> unit() + maybe("Duration", "Duration");
            case 8 -> "@OneOf(" + values() + ") " + maybe("String", "String");
            case 9 -> "@OneOf(source = Values.class, maxSize = 30) " + maybe("String", "String");
            case 10 -> (random.nextBoolean() ? "@ReleaseVersion " : "@Pseudonym ") + maybe("String", "String");
            case 11 -> enumOf();
            case 12 -> "Set<" + newEnum() + ">";
            default -> newRecord(depth - 1);
        };
    }

    private String maybe(String type, String box) {
        return random.nextInt(3) == 0 ? "Optional<" + box + ">" : type;
    }

    private String enumOf() {
        String type = newEnum();
        return maybe(type, type);
    }

    private String range(long any) {
        long one = random.nextInt(2000) - 1000;
        long other = random.nextInt(3) == 0 ? any : one;
        return "@Range(min = " + Math.min(one, other) + "L, max = " + Math.max(one, other) + "L) ";
    }

    private String buckets() {
        return "@Buckets({" + edges() + "}) ";
    }

    private String unit() {
        String[] units = {"NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS", "DAYS"};
        return "@Buckets(value = {" + edges() + "}, unit = ChronoUnit." + units[random.nextInt(units.length)] + ") ";
    }

    private String edges() {
        return random.doubles(1 + random.nextInt(6), -1e6, 1e6)
                .map(edge -> random.nextBoolean() ? Math.rint(edge) : edge)
                .distinct()
                .sorted()
                .mapToObj(Double::toString)
                .collect(Collectors.joining(", "));
    }

    /** Each interval holds a whole number that is a short, as it must. */
    private String edgesOfShorts() {
        return random.ints(1 + random.nextInt(6), -Short.MAX_VALUE, Short.MAX_VALUE)
                .distinct()
                .sorted()
                .mapToObj(edge -> Double.toString(random.nextBoolean() ? edge : edge - 0.5))
                .collect(Collectors.joining(", "));
    }

    private String values() {
        return IntStream.rangeClosed(0, random.nextInt(9))
                .mapToObj(i -> "\"v" + i + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String newEnum() {
        String name = "E" + types++;
        members.append("  public enum ").append(name).append(" { ");
        int constants = random.nextInt(6) == 0 ? 64 : 1 + random.nextInt(5);
        for (int i = 0; i < constants; i++) {
            members.append(i == 0 ? "" : ", ")
                    .append("@Description(")
                    .append(text())
                    .append(") ");
            if (random.nextInt(3) == 0) {
                members.append("@WireName(\"").append(i).append(" \\\"é\\u20ac/\\\\\") ");
            }
            members.append("C_")
                    .append(i)
                    .append(random.nextInt(5) == 0 ? " { public String toString() { return \"/home/me\"; } }" : "");
        }
        members.append(" }\n");
        return name;
    }

    private String newRecord(int depth) {
        String name = "R" + types++;
        String components = components(random.nextInt(4), depth);
        members.append("  public record ")
                .append(name)
                .append("(")
                .append(components)
                .append(") {}\n");
        return name;
    }

    private String text() {
        return "\"" + TEXTS.get(random.nextInt(TEXTS.size())).replace("\u2028", "\\u2028") + "\"";
    }
}
