package dev.vitrine.processor;

import static dev.vitrine.processor.NegativeCase.application;
import static dev.vitrine.processor.NegativeCase.component;
import static dev.vitrine.processor.NegativeCase.experiment;
import static dev.vitrine.processor.NegativeCase.record;
import static dev.vitrine.processor.NegativeCase.source;

import dev.vitrine.processor.check.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Every mistake that can be made. */
final class NegativeCases {
    private NegativeCases() {}

    static List<NegativeCase> all() {
        List<NegativeCase> all = new ArrayList<>();
        all.addAll(ComponentCases.all());
        all.addAll(records());
        all.addAll(experiments());
        all.addAll(catalogs());
        all.addAll(applications());
        all.addAll(BuildCases.all());
        return all;
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
                        "a component in the unnamed package whose type has the name of a generated class",
                        Diagnostic.NAME_IN_UNNAMED_PACKAGE,
                        """
                        import dev.vitrine.*;
                        @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        public record Sample(@Description("d") Events /*!*/value) {}
                        """,
                        "import dev.vitrine.*;\npublic enum Events { @Description(\"d\") A }"),
                source(
                        "a record in the unnamed package with the name of a generated class",
                        Diagnostic.NAME_IN_UNNAMED_PACKAGE,
                        """
                        import dev.vitrine.*;
                        @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        public /*!*/record Outline() {}
                        """),
                source("an experiment in a method", Diagnostic.LOCAL_EXPERIMENT, """
                        class Outer {
                          void method() {
                            /*!*/@Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                            record Sample() {}
                          }
                        }
                        """),
                source("an experiment in an anonymous class in a lambda", Diagnostic.LOCAL_EXPERIMENT, """
                        class Outer {
                          final Runnable field = () -> new Object() {
                            /*!*/@Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                            record Sample() {}
                          }.hashCode();
                        }
                        """),
                source(
                        "two records with one emitter, and an application",
                        Diagnostic.GENERATED_NAME_TAKEN,
                        """
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
                        """,
                        application("", "") + "class App {}"),
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
                application(
                        "an include of a primitive type", Diagnostic.NOT_AN_EXPERIMENT, "include", "int/*!*/.class"),
                application(
                        "an include of an array",
                        Diagnostic.NOT_AN_EXPERIMENT,
                        "include",
                        "{java.util.List[]/*!*/.class}"),
                application("an include of nothing", Diagnostic.NOT_AN_EXPERIMENT, "include", "void/*!*/.class"),
                application(
                        "an include of the application itself",
                        Diagnostic.NOT_AN_EXPERIMENT,
                        "include",
                        "App/*!*/.class"),
                source(
                        "an application in a method",
                        Diagnostic.LOCAL_APPLICATION,
                        "class Outer {\n  void method() {\n    /*!*/" + application("", "") + "class App {}\n  }\n}"),
                source(
                        "an include twice",
                        Diagnostic.DUPLICATE_INCLUDE,
                        """
                        @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Sample() {}
                        """,
                        application("include", "{Sample.class, Sample/*!*/.class}") + "class App {}"),
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
