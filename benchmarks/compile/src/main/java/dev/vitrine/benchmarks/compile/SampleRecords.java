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
            String annotation =
                    """
                    @dev.vitrine.Experiment(id = "experiment-%d", question = "How often does case %d happen?",
                        owner = "team@bench.example", expires = "2099-12-31")
                    """
                            .formatted(i, i);
            sources.put("bench.Sample" + i, record(i, annotation, true));
        }
        sources.put(
                "bench.Bench",
                """
                package bench;
                @dev.vitrine.AnalyticsApplication(name = "bench", controller = "Example Inc.",
                    contact = "privacy@bench.example", policy = "https://bench.example/privacy",
                    recipient = @dev.vitrine.Recipient(name = "bench.example",
                        endpoint = "https://bench.example/analytics", region = "EU", retentionDays = 90))
                final class Bench {}
                """);
        return sources;
    }

    /** The same records for record-builder. */
    static Map<String, String> builders(int count) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            sources.put("bench.Sample" + i, record(i, "@io.soabase.recordbuilder.core.RecordBuilder\n", false));
        }
        return sources;
    }

    /** The same records without an annotation. */
    static Map<String, String> plain(int count) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            sources.put("bench.Sample" + i, record(i, "", false));
        }
        return sources;
    }

    private static String record(int index, String annotation, boolean described) {
        String template =
                """
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
                """
                        .formatted(annotation, index);
        return described
                ? template.replace("<d>", "@dev.vitrine.Description")
                        .replace("<r>", "@dev.vitrine.Range")
                        .replace("<o>", "@dev.vitrine.OneOf")
                : template.replaceAll("<[dro]>\\([^)]*\\) ", "");
    }
}
