package dev.vitrine.processor;

import static dev.vitrine.processor.NegativeCase.component;
import static dev.vitrine.processor.NegativeCase.open;
import static dev.vitrine.processor.NegativeCase.source;

import dev.vitrine.processor.check.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mistakes in a component: its type, what closes its values, and its names. */
final class ComponentCases {
    private ComponentCases() {}

    static List<NegativeCase> all() {
        List<NegativeCase> all = new ArrayList<>();
        all.addAll(types());
        all.addAll(hiddenTypes());
        all.addAll(rules());
        all.addAll(names());
        return all;
    }

    private static List<NegativeCase> types() {
        List<NegativeCase> cases = new ArrayList<>(List.of(
                component("a plain String", Diagnostic.FREE_TEXT, "String /*!*/value"),
                component("an int without bounds", Diagnostic.UNBOUNDED_NUMBER, "int /*!*/value"),
                component("a long without bounds", Diagnostic.UNBOUNDED_NUMBER, "long /*!*/value"),
                component("a double without bounds", Diagnostic.UNBOUNDED_NUMBER, "double /*!*/value"),
                component("a Duration without bounds", Diagnostic.UNBOUNDED_NUMBER, "Duration /*!*/value")));
        for (String type : List.of(
                "char",
                "char[]",
                "byte[]",
                "String[]",
                "int[][]",
                "Object",
                "CharSequence",
                "StringBuilder",
                "Map<String, String>",
                "List<String>",
                "List",
                "Set<String>",
                "Set",
                "Set<?>",
                "Set<? extends ChronoUnit>",
                "Set<? extends Thread.State>",
                "EnumSet<ChronoUnit>",
                "java.nio.file.Path",
                "java.io.File",
                "java.net.URI",
                "java.net.URL",
                "java.net.InetAddress",
                "java.net.InetSocketAddress",
                "Throwable",
                "IllegalStateException",
                "Instant",
                "LocalDate",
                "Date",
                "UUID",
                "Locale",
                "java.math.BigDecimal",
                "java.math.BigInteger",
                "Class<?>",
                "Number",
                "Integer",
                "Boolean",
                "Character",
                "OptionalInt",
                "Optional",
                "Optional<?>",
                "Runnable",
                "java.util.function.Supplier<Boolean>",
                "Enum<?>",
                "Record",
                "Iterable<ChronoUnit>")) {
            cases.add(open(type));
        }
        return cases;
    }

    private static List<NegativeCase> hiddenTypes() {
        return List.of(
                component("a String in an Optional", Diagnostic.FREE_TEXT, "Optional<String> /*!*/value"),
                component("an Integer in an Optional", Diagnostic.UNBOUNDED_NUMBER, "Optional<Integer> /*!*/value"),
                open("Optional<Object>"),
                open("Optional<java.nio.file.Path>"),
                open("Optional<Optional<Boolean>>"),
                open("Optional<Set<ChronoUnit>>"),
                open("Optional<char[]>"),
                component(
                        "a record in an Optional",
                        Diagnostic.OPEN_TYPE,
                        "Optional<Inner> /*!*/value",
                        "record Inner() {}"),
                component(
                        "a String in a nested record",
                        Diagnostic.FREE_TEXT,
                        "Inner value",
                        "record Inner(@Description(\"d\") String /*!*/text) {}"),
                component(
                        "a String in an Optional in a nested record in a nested record",
                        Diagnostic.FREE_TEXT,
                        "Outer value",
                        """
                        record Outer(@Description("d") Inner inner) {}
                        record Inner(@Description("d") Optional<String> /*!*/text) {}
                        """),
                component(
                        "an exception in a nested record",
                        Diagnostic.OPEN_TYPE,
                        "Inner value",
                        "record Inner(@Description(\"d\") Exception /*!*/failure) {}"));
    }

    private static List<NegativeCase> rules() {
        return List.of(
                component(
                        "@Range on a boolean",
                        Diagnostic.MISFIT_ANNOTATION,
                        "/*!*/@Range(min = 0, max = 1) boolean value"),
                component(
                        "@Range on a double",
                        Diagnostic.MISFIT_ANNOTATION,
                        "/*!*/@Range(min = 0, max = 1) double value"),
                component(
                        "@Range on a String",
                        Diagnostic.MISFIT_ANNOTATION,
                        "/*!*/@Range(min = 0, max = 1) String value"),
                component(
                        "@OneOf of 1025 values",
                        Diagnostic.TOO_MANY_VALUES,
                        IntStream.range(0, 1_025)
                                .mapToObj(i -> "\"v" + i + '"')
                                .collect(Collectors.joining(", ", "/*!*/@OneOf({", "}) String value"))),
                component("@OneOf on an int", Diagnostic.MISFIT_ANNOTATION, "/*!*/@OneOf({\"a\"}) int value"),
                component(
                        "@Buckets on an enum",
                        Diagnostic.MISFIT_ANNOTATION,
                        "/*!*/@Buckets({1}) Kind value",
                        "enum Kind { @Description(\"d\") A }"),
                component("@Pseudonym on a boolean", Diagnostic.MISFIT_ANNOTATION, "/*!*/@Pseudonym boolean value"),
                component(
                        "@ReleaseVersion on a nested record",
                        Diagnostic.MISFIT_ANNOTATION,
                        "/*!*/@ReleaseVersion Inner value",
                        "record Inner() {}"),
                component(
                        "@Range and @Buckets together",
                        Diagnostic.TWO_RULES,
                        "@Range(min = 0, max = 1) /*!*/@Buckets({1}) int value"),
                component(
                        "@OneOf and @Pseudonym together",
                        Diagnostic.TWO_RULES,
                        "/*!*/@Pseudonym @OneOf({\"a\"}) String value"),
                component("an empty range", Diagnostic.EMPTY_RANGE, "/*!*/@Range(min = 2, max = 1) int value"),
                component("no edges", Diagnostic.MALFORMED_EDGES, "@Buckets(/*!*/{}) int value"),
                component("edges that descend", Diagnostic.MALFORMED_EDGES, "@Buckets(/*!*/{2, 1}) int value"),
                component(
                        "a range beyond a byte",
                        Diagnostic.UNREACHABLE_RANGE,
                        "/*!*/@Range(min = 0, max = 128) byte value"),
                component(
                        "a range beyond a short in an Optional",
                        Diagnostic.UNREACHABLE_RANGE,
                        "/*!*/@Range(min = -32_769, max = 0) Optional<Short> value"),
                component(
                        "a range beyond an int",
                        Diagnostic.UNREACHABLE_RANGE,
                        "/*!*/@Range(min = 0, max = 1L << 31) int value"),
                component(
                        "an edge that no byte reaches",
                        Diagnostic.UNREACHABLE_BUCKET,
                        "@Buckets(/*!*/{10, 128}) byte value"),
                component(
                        "an edge below which no int is",
                        Diagnostic.UNREACHABLE_BUCKET,
                        "@Buckets(/*!*/{Integer.MIN_VALUE, 0}) int value"),
                component(
                        "two edges with no whole number between",
                        Diagnostic.UNREACHABLE_BUCKET,
                        "@Buckets(/*!*/{1.2, 1.8}) long value"),
                component("an edge twice", Diagnostic.MALFORMED_EDGES, "@Buckets(/*!*/{1, 1}) int value"),
                component(
                        "an edge that is infinite",
                        Diagnostic.MALFORMED_EDGES,
                        "@Buckets(/*!*/{1, 1 / 0.0}) int value"),
                component("an edge that is no number", Diagnostic.MALFORMED_EDGES, "@Buckets(0 /*!*// 0.0) int value"),
                component(
                        "a unit on a number",
                        Diagnostic.UNIT_WITHOUT_DURATION,
                        "@Buckets(value = {1}, unit = ChronoUnit/*!*/.SECONDS) int value"),
                component(
                        "a unit without a fixed length",
                        Diagnostic.UNKNOWN_UNIT,
                        "@Buckets(value = {1}, unit = ChronoUnit/*!*/.MONTHS) Duration value"),
                component("@OneOf without anything", Diagnostic.NO_VALUES, "/*!*/@OneOf String value"),
                component(
                        "@OneOf with values and a source",
                        Diagnostic.VALUES_AND_SOURCE,
                        "/*!*/@OneOf(value = \"a\", source = Names.class) String value",
                        names("public")),
                component(
                        "a value with spaces",
                        Diagnostic.MALFORMED_VALUE,
                        "@OneOf({\"a\", /*!*/\"b c\"}) String value"),
                component("an empty value", Diagnostic.MALFORMED_VALUE, "@OneOf(/*!*/\"\") String value"),
                component(
                        "a value that begins with a slash",
                        Diagnostic.MALFORMED_VALUE,
                        "@OneOf(/*!*/\"/home\") String value"),
                component(
                        "a value of 65 characters",
                        Diagnostic.MALFORMED_VALUE,
                        "@OneOf(/*!*/\"" + "a".repeat(65) + "\") String value"),
                component("a value twice", Diagnostic.DUPLICATE_VALUE, "@OneOf({\"a\", /*!*/\"a\"}) String value"),
                component("the value other", Diagnostic.RESERVED_VALUE, "@OneOf({\"a\", /*!*/\"other\"}) String value"),
                component(
                        "a source of at most no values",
                        Diagnostic.MALFORMED_MAX_SIZE,
                        "@OneOf(source = Names.class, maxSize = /*!*/0) String value",
                        names("public")),
                component(
                        "a source of a million values",
                        Diagnostic.MALFORMED_MAX_SIZE,
                        "@OneOf(source = Names.class, maxSize = /*!*/1_000_000) String value",
                        names("public")),
                component(
                        "maxSize without a source",
                        Diagnostic.MALFORMED_MAX_SIZE,
                        "@OneOf(value = \"a\", maxSize = /*!*/3) String value"),
                component(
                        "a source that is not public",
                        Diagnostic.UNUSABLE_SOURCE,
                        "@OneOf(source = Names/*!*/.class) String value",
                        names("")),
                component(
                        "a source whose constructor takes something",
                        Diagnostic.UNUSABLE_SOURCE,
                        "@OneOf(source = Names/*!*/.class) String value",
                        names("public")
                                .replace("{}", "{ } public Names(int size) { }")
                                .replace("public Names() { }", "")));
    }

    private static String names(String modifier) {
        return modifier
                + " static class Names implements AllowedValues { public Names() {} public Set<String> values() { return Set.of(); } }";
    }

    /** An experiment in a class that inherits from one in another package. */
    private static String inheriting(String component) {
        return """
                public class Sub extends other.Base {
                  @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                  public record Sample(@Description("d") %s) {}
                }
                """.formatted(component);
    }

    private static NegativeCase invisible(String name, String text) {
        return component(
                "a constant with " + name,
                Diagnostic.MALFORMED_WIRE_NAME,
                "Kind value",
                "enum Kind { @Description(\"d\") @WireName(/*!*/\"" + text + "\") A }");
    }

    private static List<NegativeCase> names() {
        return List.of(
                component(
                        "a wire name with a space",
                        Diagnostic.MALFORMED_WIRE_NAME,
                        "@WireName(/*!*/\"a b\") boolean value"),
                component("an empty wire name", Diagnostic.MALFORMED_WIRE_NAME, "@WireName(/*!*/\"\") boolean value"),
                component(
                        "a name that begins with an underscore", Diagnostic.MALFORMED_WIRE_NAME, "boolean /*!*/_value"),
                component("a name with a dollar", Diagnostic.MALFORMED_WIRE_NAME, "boolean /*!*/va$lue"),
                component(
                        "a constant with a line end in its wire name",
                        Diagnostic.MALFORMED_WIRE_NAME,
                        "Kind value",
                        "enum Kind { @Description(\"d\") @WireName(/*!*/\"a\\nb\") A }"),
                component(
                        "a constant that turns the direction of text",
                        Diagnostic.MALFORMED_WIRE_NAME,
                        "Kind value",
                        "enum Kind { @Description(\"d\") @WireName(/*!*/\"\\u202ea\") A }"),
                invisible("a filler among the letters", "\\u3164"),
                invisible("a blank among the symbols", "\\u2800"),
                invisible("a joiner among the marks", "a\\u034fb"),
                invisible("a space that is none of ASCII", "\\u00a0"),
                invisible("a variation of a letter", "a\\ufe0f"),
                component(
                        "a wire name that is the name of another component",
                        Diagnostic.DUPLICATE_WIRE_NAME,
                        "boolean aB, @Description(\"d\") @WireName(\"a_b\") boolean /*!*/b"),
                component(
                        "two constants with one wire name",
                        Diagnostic.DUPLICATE_WIRE_NAME,
                        "Kind value",
                        "enum Kind { @Description(\"d\") A_B, /*!*/@Description(\"d\") aB }"),
                component(
                        "a private enum",
                        Diagnostic.PRIVATE_TYPE,
                        "Kind /*!*/value",
                        "private enum Kind { @Description(\"d\") A }"),
                source(
                        "a protected enum of another package",
                        Diagnostic.PRIVATE_TYPE,
                        "package other;\nimport dev.vitrine.*;\npublic class Base {\n"
                                + "  protected enum Kind { @Description(\"d\") A }\n}",
                        inheriting("Kind /*!*/value")),
                source(
                        "a set of a protected enum of another package",
                        Diagnostic.PRIVATE_TYPE,
                        "package other;\nimport dev.vitrine.*;\npublic class Base {\n"
                                + "  protected enum Kind { @Description(\"d\") A }\n}",
                        inheriting("Set<Kind> /*!*/value")),
                source(
                        "a protected record of another package",
                        Diagnostic.PRIVATE_TYPE,
                        "package other;\npublic class Base {\n  protected record Inner() {}\n}",
                        inheriting("Inner /*!*/value")),
                source(
                        "an enum with package access in a record of another package",
                        Diagnostic.PRIVATE_TYPE,
                        "package other;\nimport dev.vitrine.*;\npublic record Inner(@Description(\"d\") Kind /*!*/kind) {\n"
                                + "  enum Kind { @Description(\"d\") A }\n}",
                        inheriting("other.Inner value").replace("extends other.Base ", "")),
                component("a private record", Diagnostic.PRIVATE_TYPE, "Inner /*!*/value", "private record Inner() {}"),
                component(
                        "an enum of a library, without descriptions",
                        Diagnostic.UNDESCRIBED_ENUM,
                        "Thread.State /*!*/value"),
                component(
                        "a set of an enum of a library, without descriptions",
                        Diagnostic.UNDESCRIBED_ENUM,
                        "Set<Thread.State> /*!*/value"),
                component("an enum without constants", Diagnostic.NO_CONSTANTS, "Kind /*!*/value", "enum Kind {}"),
                component(
                        "an enum of 65 constants",
                        Diagnostic.TOO_MANY_CONSTANTS,
                        "Kind /*!*/value",
                        IntStream.range(0, 65)
                                .mapToObj(i -> "@Description(\"d\") C" + i)
                                .collect(Collectors.joining(", ", "enum Kind { ", " }"))),
                component(
                        "a blank description", Diagnostic.BLANK_TEXT, "boolean a, @Description(/*!*/\" \") boolean b"),
                component("no description", Diagnostic.MISSING_DESCRIPTION, "boolean a, boolean /*!*/b"),
                component(
                        "a constant without a description",
                        Diagnostic.MISSING_DESCRIPTION,
                        "Set<Kind> value",
                        "enum Kind { @Description(\"d\") A, /*!*/B }"));
    }
}
