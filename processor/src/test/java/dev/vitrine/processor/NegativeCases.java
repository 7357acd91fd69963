package dev.vitrine.processor;

import static dev.vitrine.processor.NegativeCase.application;
import static dev.vitrine.processor.NegativeCase.component;
import static dev.vitrine.processor.NegativeCase.experiment;
import static dev.vitrine.processor.NegativeCase.open;
import static dev.vitrine.processor.NegativeCase.record;
import static dev.vitrine.processor.NegativeCase.source;

import dev.vitrine.processor.check.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every mistake that can be made. */
final class NegativeCases {
    private NegativeCases() {}

    static List<NegativeCase> all() {
        List<NegativeCase> all = new ArrayList<>();
        all.addAll(types());
        all.addAll(hiddenTypes());
        all.addAll(rules());
        all.addAll(names());
        all.addAll(records());
        all.addAll(experiments());
        all.addAll(catalogs());
        all.addAll(applications());
        all.addAll(BuildCases.all());
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
                component("a private record", Diagnostic.PRIVATE_TYPE, "Inner /*!*/value", "private record Inner() {}"),
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

    private static List<NegativeCase> records() {
        return List.of(
                record("a class", Diagnostic.NOT_A_RECORD, "/*!*/class Sample {}"),
                record("an enum", Diagnostic.NOT_A_RECORD, "/*!*/enum Sample { A }"),
                record("an interface", Diagnostic.NOT_A_RECORD, "/*!*/interface Sample {}"),
                record("a generic record", Diagnostic.GENERIC_RECORD, "/*!*/record Sample<T>() {}"),
                source("a private experiment", Diagnostic.PRIVATE_RECORD, """
                        class Outer {
                          @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                          private /*!*/record Sample() {}
                        }
                        """),
                source("an experiment in a private class", Diagnostic.PRIVATE_RECORD, """
                        class Outer {
                          private static class Middle {
                            @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                            /*!*/record Sample() {}
                          }
                        }
                        """),
                component(
                        "a generic nested record",
                        Diagnostic.GENERIC_RECORD,
                        "Inner<Boolean> /*!*/value",
                        "record Inner<T>() {}"),
                component("a record within itself", Diagnostic.RECURSIVE_RECORD, "Sample /*!*/value"),
                component(
                        "a record within its own component",
                        Diagnostic.RECURSIVE_RECORD,
                        "Inner value",
                        "record Inner(@Description(\"d\") Sample /*!*/again) {}"),
                source(
                        "an emitter whose name is taken",
                        Diagnostic.GENERATED_NAME_TAKEN,
                        """
                        /*!*/@Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Sample() {}
                        """,
                        "class SampleEmitter {}"),
                source("two records with one emitter", Diagnostic.GENERATED_NAME_TAKEN, """
                        class Outer {
                          static class A {
                            @Experiment(id = "a", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                            record Sample() {}
                          }
                          static class B {
                            /*!*/@Experiment(id = "b", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                            record Sample() {}
                          }
                        }
                        """));
    }

    private static List<NegativeCase> experiments() {
        return List.of(
                experiment("a blank question", Diagnostic.BLANK_TEXT, "question", "/*!*/\" \""),
                experiment("an empty question", Diagnostic.BLANK_TEXT, "question", "/*!*/\"\""),
                experiment("a blank owner", Diagnostic.BLANK_TEXT, "owner", "/*!*/\"\\t\""),
                experiment("an id in capitals", Diagnostic.MALFORMED_ID, "id", "/*!*/\"Sample\""),
                experiment("an empty id", Diagnostic.MALFORMED_ID, "id", "/*!*/\"\""),
                experiment("an id that ends with a hyphen", Diagnostic.MALFORMED_ID, "id", "/*!*/\"a-\""),
                experiment("an id of 65 characters", Diagnostic.MALFORMED_ID, "id", "/*!*/\"" + "a".repeat(65) + "\""),
                experiment("a date in words", Diagnostic.MALFORMED_DATE, "expires", "/*!*/\"next year\""),
                experiment("a day that is not", Diagnostic.MALFORMED_DATE, "expires", "/*!*/\"2027-02-30\""),
                experiment("a date of another order", Diagnostic.MALFORMED_DATE, "expires", "/*!*/\"29-05-2027\""),
                experiment("an event with a slash", Diagnostic.MALFORMED_EVENT, "event", "/*!*/\"a/b\""),
                experiment("an event that begins with a space", Diagnostic.MALFORMED_EVENT, "event", "/*!*/\" a\""),
                experiment("a link without a scheme", Diagnostic.MALFORMED_LINK, "links", "/*!*/\"x.example/a\""),
                experiment(
                        "a link to a file",
                        Diagnostic.MALFORMED_LINK,
                        "links",
                        "{\"https://x.example\", /*!*/\"file:///etc\"}"),
                source("a blank description of the record", Diagnostic.BLANK_TEXT, """
                        @Description(/*!*/" ")
                        @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Sample() {}
                        """));
    }

    private static List<NegativeCase> catalogs() {
        String first =
                "@Experiment(id = \"first\", question = \"Why?\", owner = \"o@x.example\", expires = \"2027-01-01\")\nrecord Alpha() {}\n";
        return List.of(
                source("an id twice", Diagnostic.DUPLICATE_ID, first, """
                        @Experiment(id = /*!*/"first", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Beta() {}
                        """),
                source("an event that is another's id", Diagnostic.DUPLICATE_EVENT, first, """
                        /*!*/@Experiment(id = "second", event = "first", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Beta() {}
                        """),
                source("a method that is a keyword", Diagnostic.METHOD_NAME, """
                        /*!*/@Experiment(id = "second", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Switch() {}
                        """, application("", "") + "class App {}"),
                source("a method that Object has", Diagnostic.METHOD_NAME, """
                        /*!*/@Experiment(id = "second", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Wait() {}
                        """, application("", "") + "class App {}"),
                source(
                        "equal simple names in two packages",
                        Diagnostic.DUPLICATE_METHOD,
                        "package a;\nimport dev.vitrine.*;\n" + first.replace("record", "public record"),
                        """
                        package b;
                        import dev.vitrine.*;
                        /*!*/@Experiment(id = "second", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        public record Alpha() {}
                        """,
                        application("", "") + "class App {}"),
                source("too many bits", Diagnostic.TOO_MANY_BITS, """
                        /*!*/@Experiment(id = "second", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Beta(@Description("d") @Range(min = 0, max = 7) int a, @Description("d") boolean b) {}
                        """, application("maxBits", "3") + "class App {}"));
    }

    private static List<NegativeCase> applications() {
        return List.of(
                application("a name in capitals", Diagnostic.MALFORMED_APPLICATION_NAME, "name", "/*!*/\"Pi\""),
                application(
                        "a name of 33 characters",
                        Diagnostic.MALFORMED_APPLICATION_NAME,
                        "name",
                        "/*!*/\"" + "a".repeat(33) + "\""),
                application("a blank controller", Diagnostic.BLANK_TEXT, "controller", "/*!*/\"\""),
                application("a contact that is no address", Diagnostic.MALFORMED_CONTACT, "contact", "/*!*/\"us\""),
                application(
                        "a policy without encryption",
                        Diagnostic.MALFORMED_POLICY,
                        "policy",
                        "/*!*/\"http://x.example\""),
                application(
                        "an endpoint without encryption",
                        Diagnostic.INSECURE_ENDPOINT,
                        "endpoint",
                        "/*!*/\"http://x.example\""),
                application(
                        "an endpoint with a password",
                        Diagnostic.INSECURE_ENDPOINT,
                        "endpoint",
                        "/*!*/\"https://a:b@x.example\""),
                application(
                        "an endpoint that only looks like loopback",
                        Diagnostic.INSECURE_ENDPOINT,
                        "endpoint",
                        "/*!*/\"http://localhost.x.example\""),
                application(
                        "a PostHog project without its key",
                        Diagnostic.MISSING_PROJECT_KEY,
                        "endpoint",
                        "/*!*/\"https://x.example/batch/\", protocol = RecipientProtocol.POSTHOG"),
                application("a blank region", Diagnostic.BLANK_TEXT, "region", "/*!*/\"\""),
                application("a retention of no days", Diagnostic.MALFORMED_RETENTION, "retentionDays", "/*!*/0"),
                application("no modes", Diagnostic.MALFORMED_MODES, "modes", "/*!*/{}"),
                application(
                        "a mode twice",
                        Diagnostic.MALFORMED_MODES,
                        "modes",
                        "/*!*/{ConsentMode.ANONYMOUS, ConsentMode.ANONYMOUS}"),
                application("no bits", Diagnostic.MALFORMED_MAX_BITS, "maxBits", "/*!*/0"),
                application("a side request twice", Diagnostic.DUPLICATE_SIDE_REQUEST, "sideRequests", """
                        {@SideRequest(name = "a", endpoint = "https://x.example/a", question = "Why?"),
                         @SideRequest(name = /*!*/"a", endpoint = "https://x.example/b", question = "Why?")}"""),
                application(
                        "a side request without a question",
                        Diagnostic.BLANK_TEXT,
                        "sideRequests",
                        "@SideRequest(name = \"a\", endpoint = \"https://x.example/a\", question = /*!*/\"\")"),
                application(
                        "an include that is no experiment",
                        Diagnostic.NOT_AN_EXPERIMENT,
                        "include",
                        "String/*!*/.class"),
                source(
                        "an application's name twice",
                        Diagnostic.DUPLICATE_APPLICATION,
                        application("", "") + "class App {}",
                        application("name", "/*!*/\"app\"") + "class Other {}"),
                source(
                        "a facade whose name is taken",
                        Diagnostic.GENERATED_NAME_TAKEN,
                        "/*!*/" + application("", "") + "class App {}",
                        "class AppAnalytics {}"));
    }
}
