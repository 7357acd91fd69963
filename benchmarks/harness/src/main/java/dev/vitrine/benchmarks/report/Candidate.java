package dev.vitrine.benchmarks.report;

import dev.vitrine.benchmarks.stub.Certificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One library that is compared, with the class path of an application that uses it.
 *
 * @param name what the tables call it
 * @param folder its module, below {@code benchmarks/}
 * @param jar how the file name of its own jar begins; the version follows
 * @param programs the package of its programs
 * @param overTls whether it speaks TLS with the stub
 */
public record Candidate(String name, String folder, String jar, String programs, boolean overTls) {
    /** Vitrine. */
    public static final Candidate VITRINE =
            new Candidate("Vitrine", "vitrine", "vitrine-runtime-", "dev.vitrine.benchmarks.vitrine", false);

    /** Vitrine as its users have it, to compare with those who speak TLS alone. */
    public static final Candidate VITRINE_OVER_TLS = VITRINE.secured();

    /** What it is compared with, in the order of the tables. */
    public static final List<Candidate> PEERS = List.of(
            peer("OpenTelemetry", "opentelemetry", "opentelemetry-sdk-logs-"),
            peer("PostHog", "posthog", "posthog-server-"),
            peer("Mixpanel", "mixpanel", "mixpanel-java-"),
            peer("Segment", "segment", "analytics-3"),
            peer("Snowplow", "snowplow", "snowplow-java-tracker-"),
            peer("RudderStack", "rudderstack", "analytics-3"),
            // It casts every connection to one of TLS.
            peer("Amplitude", "amplitude", "java-sdk-").secured());

    private static Candidate peer(String name, String folder, String jar) {
        return new Candidate(name, "peers/" + folder, jar, "dev.vitrine.benchmarks." + folder, false);
    }

    private Candidate secured() {
        return new Candidate(name, folder, jar, programs, true);
    }

    /** All of them, each as it speaks with the stub by itself. */
    public static List<Candidate> all() {
        List<Candidate> all = new ArrayList<>(List.of(VITRINE));
        all.addAll(PEERS);
        return all;
    }

    /** The options that its JVM needs to speak with the stub. */
    public List<String> options(Certificate certificate) {
        return overTls ? certificate.trust() : List.of();
    }

    /** The name with the version that is on the class path, and how it speaks with the stub. */
    public String title(Path benchmarks) {
        return nameAndVersion(benchmarks) + (overTls ? ", over TLS" : "");
    }

    /** The name with the version that is on the class path. */
    public String nameAndVersion(Path benchmarks) {
        for (Path file : jars(benchmarks)) {
            String found = file.getFileName().toString();
            if (found.startsWith(jar)) {
                // "analytics-3" has begun the version: Segment and RudderStack call their jars the same.
                int version = jar.endsWith("-") ? jar.length() : jar.length() - 1;
                return name + " " + found.substring(version, found.length() - ".jar".length());
            }
        }
        throw new IllegalStateException("no " + jar + "… is in " + libraries(benchmarks));
    }

    /** The jars that an application which uses it has on its class path. */
    public List<Path> jars(Path benchmarks) {
        try (Stream<Path> files = Files.list(libraries(benchmarks))) {
            return files.sorted().toList();
        } catch (IOException notBuilt) {
            throw new UncheckedIOException("build it first, with benchmarks/run", notBuilt);
        }
    }

    /** The class path of its programs, and of nothing else; of jars alone, as an application is installed. */
    public String classPath(Path benchmarks) {
        List<String> entries = new ArrayList<>();
        jars(benchmarks).forEach(jar -> entries.add(jar.toString()));
        Path target = benchmarks.resolve(folder).resolve("target");
        entries.add(Folders.only(target, "vitrine-benchmarks-", ".jar").toString());
        return String.join(":", entries);
    }

    /** The class path of the programs of the harness that find it as a service. */
    public String classPathWithHarness(Path benchmarks) {
        Path harness = benchmarks.resolve("harness/target");
        return classPath(benchmarks) + ':' + harness.resolve("classes") + ':' + harness.resolve("lib") + "/*";
    }

    private Path libraries(Path benchmarks) {
        return benchmarks.resolve(folder).resolve("target/lib");
    }
}
