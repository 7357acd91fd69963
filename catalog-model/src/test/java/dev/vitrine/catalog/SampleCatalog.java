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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A catalog with a field of every kind, such as a coding agent could have. */
public final class SampleCatalog {
    private static final String MODULE = "com.example.pi";
    private static final FieldType KNOWN_MODELS = new SourcedType(
            "com.example.pi.KnownModels", "The names in the model database that ships with this release.", 256);

    private SampleCatalog() {}

    /** The catalog. */
    public static Catalog pi() {
        return new Catalog(
                new Application("pi", "Example Inc.", "privacy@pi.example", "https://pi.example/privacy"),
                List.of(new Recipient("pi.example", "https://pi.example/api/analytics", "EU", 90, "vitrine")),
                ConsentRules.of("pi", List.of("anonymous", "identified")),
                Envelope.entries(),
                List.of(new SideRequest(
                        "update check", "https://pi.example/api/latest-version", "Is there a newer version?")),
                List.of(editToolOutcome(), streamFailure(), providerLatency(), repositoryShape(), welcomeSkipped()));
    }

    /** The experiment of the design: an enum, a range and a list that is known at run time. */
    public static Experiment editToolOutcome() {
        return new Experiment(
                "edit-tool-outcome",
                "edit-tool-outcome",
                "How often does the edit tool fail, and with which models?",
                "",
                "tools@pi.example",
                LocalDate.of(2027, 5, 29),
                List.of("https://pi.example/issues/241"),
                MODULE,
                "com.example.pi.EditToolOutcome",
                List.of(
                        new Field("model", "The model that asked for the edit.", KNOWN_MODELS, false),
                        new Field(
                                "outcome",
                                "What became of the edit.",
                                new EnumType(List.of(
                                        new Constant("applied", "The edit was applied."),
                                        new Constant("no_match", "The text to replace was not found."),
                                        new Constant("io_error", "The file could not be written."))),
                                false),
                        new Field("attempts", "How many attempts it took.", new RangeType(1, 20), false)),
                "{\"model\":\"other\",\"outcome\":\"applied\",\"attempts\":1}");
    }

    /** A nested record, a list of texts, an optional field, an event with a space in its name. */
    public static Experiment streamFailure() {
        return new Experiment(
                "stream-failure",
                "stream failure",
                "At which stage do answers break off?",
                "Recorded once for each answer that the provider began and did not finish.",
                "network@pi.example",
                LocalDate.of(2027, 3, 31),
                List.of(),
                MODULE,
                "com.example.pi.net.StreamFailure",
                List.of(
                        new Field(
                                "route",
                                "How the provider was reached.",
                                new RecordType(List.of(
                                        new Field(
                                                "provider",
                                                "Who ran the model.",
                                                new OneOfType(List.of("anthropic", "openai", "local")),
                                                false),
                                        new Field("proxied", "Whether a proxy was in use.", new BooleanType(), false))),
                                false),
                        new Field(
                                "retries",
                                "How often it was tried again; absent when the first try succeeded.",
                                new RangeType(1, 5),
                                true)),
                "{\"route\":{\"provider\":\"anthropic\",\"proxied\":true},\"retries\":1}");
    }

    /** Buckets of a duration and of a floating-point number. */
    public static Experiment providerLatency() {
        return new Experiment(
                "provider-latency",
                "provider-latency",
                "How long do people wait for the first word of an answer?",
                "",
                "network@pi.example",
                LocalDate.of(2026, 12, 31),
                List.of(),
                MODULE,
                "com.example.pi.net.ProviderLatency",
                List.of(
                        new Field(
                                "first_token",
                                "The time from the request to the first word.",
                                new BucketsType(
                                        BucketLabels.of(new double[] {200, 1000, 5000}, ChronoUnit.MILLIS), false),
                                false),
                        new Field(
                                "tokens_per_second",
                                "How fast the rest arrived.",
                                new BucketsType(BucketLabels.of(new double[] {0.5, 10, 100}), true),
                                false)),
                "{\"first_token\":\"<200ms\",\"tokens_per_second\":\"<0.5\"}");
    }

    /** What is listed apart, and a set. */
    public static Experiment repositoryShape() {
        return new Experiment(
                "repository-shape",
                "repository-shape",
                "Do the same projects come back, and what are they made of?",
                "",
                "tools@pi.example",
                LocalDate.of(2027, 5, 29),
                List.of(),
                MODULE,
                "com.example.pi.RepositoryShape",
                List.of(
                        new Field(
                                "repository",
                                "Tells one project from another without naming it.",
                                new PseudonymType(),
                                false),
                        new Field(
                                "git",
                                "The release of git that is installed, when there is one.",
                                new ReleaseVersionType(),
                                true),
                        new Field(
                                "languages",
                                "Which kinds of files it has.",
                                new EnumSetType(List.of(
                                        new Constant("c#", "C# sources."),
                                        new Constant("java", "Java sources."),
                                        new Constant("python", "Python sources."))),
                                false)),
                "{\"repository\":\"50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c\",\"git\":\"1.2.3\","
                        + "\"languages\":[\"c#\"]}");
    }

    /** A record without components. */
    public static Experiment welcomeSkipped() {
        return new Experiment(
                "welcome-skipped",
                "welcome-skipped",
                "Is the tour at the first start in the way?",
                "",
                "onboarding@pi.example",
                LocalDate.of(2027, 1, 31),
                List.of(),
                MODULE,
                "com.example.pi.WelcomeSkipped",
                List.of(),
                "{}");
    }
}
