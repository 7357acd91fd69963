package dev.vitrine.benchmarks.compile;

import java.util.List;

/** Other processors that a Java build has, each on the same five fields, declared the way that it asks for. */
final class Peers {
    private Peers() {}

    static List<Subject> all(Jars jars, int count) {
        return List.of(
                Subject.of(
                        "avaje-jsonb 3.11",
                        SampleRecords.annotated(count, "@io.avaje.jsonb.Json"),
                        jars.path("avaje"),
                        jars.path("avaje")),
                Subject.of(
                        "Immutables 2.12.2",
                        SampleRecords.abstractTypes(count, "@org.immutables.value.Value.Immutable", "interface"),
                        jars.path("value"),
                        jars.path("value")),
                Subject.of(
                        "AutoValue 1.11.1",
                        SampleRecords.abstractTypes(count, "@com.google.auto.value.AutoValue", "class"),
                        jars.path("auto-value-annotations"),
                        jars.path("auto-value")),
                Subject.of(
                        "Spring's configuration processor 4.1.1",
                        SampleRecords.annotated(
                                count,
                                "@org.springframework.boot.context.properties.ConfigurationProperties(\"sample-%d\")"),
                        jars.path("spring-boot-4", "spring-core", "spring-context", "spring-beans", "jspecify"),
                        jars.path("spring-boot-configuration-processor")));
    }
}
