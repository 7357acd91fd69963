package dev.vitrine.benchmarks.compile;

import java.util.LinkedHashMap;
import java.util.Map;

/** The same records of five components each, with one annotation or another. */
final class SampleRecords {
    private SampleRecords() {}

    /** Experiments, and the application that they belong to. */
    static Map<String, String> experiments(int count) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String annotation = """
                    @dev.vitrine.Experiment(id = "experiment-%d", question = "How often does case %d happen?",
                        owner = "team@bench.example", expires = "2099-12-31")
                    """.formatted(i, i);
            sources.put("bench.Sample" + i, record(i, annotation, true));
        }
        sources.put("bench.Bench", """
                package bench;
                @dev.vitrine.AnalyticsApplication(name = "bench", controller = "Example Inc.",
                    contact = "privacy@bench.example", policy = "https://bench.example/privacy",
                    recipient = @dev.vitrine.Recipient(name = "bench.example",
                        endpoint = "https://bench.example/analytics", region = "EU", retentionDays = 90))
                final class Bench {}
                """);
        return sources;
    }

    /** The same records with another annotation; {@code %d} in it stands for the number of the record. */
    static Map<String, String> annotated(int count, String annotation) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            sources.put("bench.Sample" + i, record(i, annotation.formatted(i) + "\n", false));
        }
        return sources;
    }

    /** The same fields as abstract methods, for generators of value classes; {@code kind} is class or interface. */
    static Map<String, String> abstractTypes(int count, String annotation, String kind) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            sources.put("bench.Sample" + i, """
                    package bench;
                    %s
                    public abstract %s Sample%d {
                      public abstract boolean success();
                      public abstract Outcome outcome();
                      public abstract int attempts();
                      public abstract long files();
                      public abstract String tool();
                      public enum Outcome { APPLIED, NO_MATCH, IO_ERROR }
                    }
                    """.formatted(annotation, kind, i));
        }
        return sources;
    }

    /** A class without members for each record. */
    static Map<String, String> emptyEmitters(int count) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = "Sample" + i + "Emitter";
            sources.put("bench." + name, "package bench;\nfinal class " + name + " {}\n");
        }
        return sources;
    }

    private static String record(int index, String annotation, boolean described) {
        String template = """
                package bench;
                %spublic record Sample%d(
                    <d>("Whether it went well.") boolean success,
                    <d>("What became of it.") Outcome outcome,
                    <d>("How many attempts it took.") <r>(min = 1, max = 20) int attempts,
                    <d>("How many files it touched.") <r>(min = 0, max = 1000) long files,
                    <d>("The kind of tool.") <o>({"edit", "search", "shell"}) String tool) {
                  public enum Outcome {
                    <d>("It was applied.") APPLIED,
                    <d>("Nothing matched.") NO_MATCH,
                    <d>("The file could not be written.") IO_ERROR
                  }
                }
                """.formatted(annotation, index);
        return described
                ? template.replace("<d>", "@dev.vitrine.Description")
                        .replace("<r>", "@dev.vitrine.Range")
                        .replace("<o>", "@dev.vitrine.OneOf")
                : template.replaceAll("<[dro]>\\([^)]*\\) ", "");
    }
}
