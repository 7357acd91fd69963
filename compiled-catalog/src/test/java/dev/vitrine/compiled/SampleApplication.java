package dev.vitrine.compiled;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.Envelope;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the compiler plug-in makes of two small records and an application, in its form and under its names. */
public final class SampleApplication {
    /** An experiment of one field. */
    public static final Experiment OPENED = experiment("opened", "sample.Opened");
    /** Another one. */
    public static final Experiment CLOSED = experiment("closed", "sample.Closed");

    private SampleApplication() {}

    /** An experiment that counts up to nine, until the end of 2030. */
    public static Experiment experiment(String id, String type) {
        return experiment(
                id, type, new Field("count", "How many.", new FieldType.RangeType(1, 9), false), "{\"count\":1}");
    }

    /** An experiment of this one field, with this example, until the end of 2030. */
    public static Experiment experiment(String id, String type, Field field, String example) {
        return new Experiment(
                id,
                id,
                "How often is it " + id + "?",
                "",
                "team@sample.example",
                LocalDate.parse("2030-12-31"),
                List.of(),
                "sample",
                type,
                List.of(field),
                example);
    }

    /** The catalog of the application {@code sample}. */
    public static Catalog catalog(Experiment... experiments) {
        return new Catalog(
                new Application("sample", "Sample Ltd.", "privacy@sample.example", "https://sample.example/privacy"),
                List.of(new Recipient("sample.example", "https://sample.example/events", "EU", 90, "vitrine")),
                new ConsentRules(List.of("anonymous"), "SAMPLE_ANALYTICS"),
                Envelope.entries(),
                List.of(),
                List.of(experiments));
    }

    /** Writes an application's catalog as the compiler does. */
    public static void writeCatalog(Path classes, Catalog catalog) throws IOException {
        Path folder = Files.createDirectories(classes.resolve("META-INF/vitrine")
                .resolve(catalog.application().name()));
        Files.write(folder.resolve("catalog.json"), CatalogJsonWriter.write(catalog));
        String ids = String.join(
                "\n", catalog.experiments().stream().map(Experiment::id).toList());
        Files.writeString(folder.resolve("catalog.md"), "# sample\n\n" + ids + "\n", StandardCharsets.UTF_8);
    }

    /** Writes a fragment as the compiler does. */
    public static void writeFragment(Path classes, Experiment experiment) throws IOException {
        Path folder = Files.createDirectories(classes.resolve("META-INF/vitrine/experiments"));
        Files.write(folder.resolve(experiment.type() + ".json"), CatalogJsonWriter.write(experiment));
    }

    /** The sources: two records, what is generated from them, and the application. */
    public static CompiledSources sources() {
        return new CompiledSources()
                .add("sample/Opened.java", record("Opened", "opened"))
                .add("sample/Closed.java", record("Closed", "closed"))
                .add("sample/OpenedEmitter.java", emitter("Opened", "opened"))
                .add("sample/ClosedEmitter.java", emitter("Closed", "closed"))
                .add("sample/Sample.java", APPLICATION)
                .add("sample/SampleAnalytics.java", FACADE);
    }

    private static String record(String name, String id) {
        return """
            package sample;
            @dev.vitrine.Experiment(id = "%s", question = "How often is it %s?", owner = "team@sample.example",
                expires = "2030-12-31")
            public record %s(@dev.vitrine.Description("How many.") @dev.vitrine.Range(min = 1, max = 9) int count) {}
            """.formatted(id, id, name);
    }

    private static String emitter(String name, String id) {
        return """
            package sample;
            import dev.vitrine.binding.*;
            @GeneratedBinding
            public final class %1$sEmitter {
              private final Recorder<%1$s> recorder;
              public %1$sEmitter(Recorder<%1$s> recorder) { this.recorder = recorder; }
              @Emits("%2$s") public void emit(%1$s event) { recorder.record(event); }
              @Emits("%2$s") public void emit(int count) { recorder.record(new %1$s(count)); }
            }
            """.formatted(name, id);
    }

    private static final String APPLICATION = """
        package sample;
        import dev.vitrine.*;
        @AnalyticsApplication(name = "sample", controller = "Sample Ltd.", contact = "privacy@sample.example",
            policy = "https://sample.example/privacy", modes = ConsentMode.ANONYMOUS,
            recipient = @Recipient(name = "sample.example", endpoint = "https://sample.example/events", region = "EU",
                retentionDays = 90))
        public final class Sample {}
        """;

    private static final String FACADE = """
        package sample;
        import dev.vitrine.binding.*;
        @GeneratedBinding
        public final class SampleAnalytics {
          private final OpenedEmitter opened = new OpenedEmitter(null);
          public Events events() { return new Events(); }
          @Emits("opened") public void emit(Opened event) { opened.emit(event); }
          @GeneratedBinding
          public static final class Events {
            @Emits("closed") public void closed(int count) { new ClosedEmitter(null).emit(count); }
          }
        }
        """;
}
