package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.internal.delivery.Probe.Ending;
import dev.vitrine.internal.encoding.Hexadecimal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a short run of a command loads. A clock cannot guard this in a build, and a count can: each class of ours costs a cold
 * JVM a quarter of a millisecond, and some parts of the JDK cost it far more at their first use.
 */
class StartTest {
    /** As many as there are. Whoever needs more says so here, and why a run without consent should pay for it. */
    private static final int MOST_CLASSES_WHEN_OFF = 39;

    /**
     * As many as there are. Whoever needs more says so here, and why three events should cost more. (Two for the end, which
     * must not wait for the application's own code.)
     */
    private static final int MOST_CLASSES_WHEN_ONLY_STORING = 101;

    /** SocketChannelImpl apart: newer JDKs ask of every file's stream whether it is one, which loads its name only. */
    private static final Pattern NETWORK = Pattern.compile(
            "java\\.net\\.(Inet|Socket|ServerSocket|Http|Proxy|NetworkInterface).*|sun\\.net\\.(spi|dns|www\\.http).*|javax\\.net\\..*"
                    + "|sun\\.security\\.ssl\\..*|sun\\.nio\\.ch\\.(Net|NioSocket|Socket(?!ChannelImpl$)).*"
                    + "|dev\\.vitrine\\.internal\\.network\\..*");

    /** Five to fifty milliseconds at the first use of each, measured on JDK 17: lambdas, formats, channels, sources of chance. */
    private static final Pattern EXPENSIVE =
            Pattern.compile("java\\.lang\\.invoke\\.(InnerClassLambdaMetafactory|StringConcatFactory)"
                    + "|java\\.lang\\.runtime\\..*|java\\.util\\.regex\\.Pattern|java\\.util\\.Formatter|java\\.time\\.format\\..*|java\\.text\\..*"
                    + "|java\\.util\\.stream\\..*|java\\.security\\.(SecureRandom|MessageDigest|Provider)|java\\.util\\.UUID"
                    + "|sun\\.nio\\.ch\\.FileChannelImpl|java\\.lang\\.ProcessHandleImpl|dev\\.vitrine\\..*Lambda.*");

    @TempDir
    Path home;

    /** A program that does nothing: what it loads, every program does. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] arguments) {}
    }

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        // As a grant leaves it: complete, so that no run has to complete it.
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        loadedByProbe(0);
        assertThat(home.resolve("settings.json")).content().contains("scope");
    }

    private Set<String> loadedBy(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Path log = home.resolve("classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ProcessTest.classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            names.add(line.replaceAll(".*\\] ", "").replaceAll(" source:.*", ""));
        }
        return names;
    }

    private Set<String> loadedByProbe(int events) throws IOException, InterruptedException {
        return loadedBy(
                Probe.class,
                home.toString(),
                Bench.NOWHERE.toString(),
                Integer.toString(events),
                Ending.CLOSE.name(),
                "0");
    }

    private static Set<String> ours(Set<String> loaded) {
        Set<String> ours = new TreeSet<>(loaded);
        ours.removeIf(name -> !name.startsWith("dev.vitrine.")
                || name.startsWith("dev.vitrine.fixture.")
                || name.startsWith(Probe.class.getName()));
        return ours;
    }

    private void assertCheap(Set<String> loaded) throws IOException, InterruptedException {
        Set<String> more = new TreeSet<>(loaded);
        more.removeAll(loadedBy(Nothing.class));
        assertThat(more.stream().filter(name -> EXPENSIVE.matcher(name).matches()))
                .isEmpty();
        assertThat(more.stream().filter(name -> NETWORK.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void a_run_without_consent_loads_few_classes_and_none_that_delivers(TestReporter reporter) throws Exception {
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": false}");
        Set<String> loaded = loadedByProbe(3);
        reporter.publishEntry(
                "classes of ours, off", Integer.toString(ours(loaded).size()));
        assertThat(ours(loaded)).hasSizeLessThanOrEqualTo(MOST_CLASSES_WHEN_OFF);
        assertThat(loaded)
                .contains("dev.vitrine.Analytics")
                .doesNotContain(Delivery.class.getName(), EventQueue.class.getName(), Recorders.class.getName());
        assertCheap(loaded);
    }

    private long recorded() {
        return new Bench(home.resolve("state")).totals().recorded();
    }

    /** What a run loads that stores three events. */
    private Set<String> loadedByStoring() throws IOException, InterruptedException {
        Set<String> loaded = Set.of();
        // On a busy machine the run may last for more than 250 ms, and rightly try to send: then once more.
        for (int attempt = 1; attempt == 1 || Files.exists(home.resolve("state/retry")); attempt++) {
            assertThat(attempt).isLessThan(20);
            Files.deleteIfExists(home.resolve("state/retry"));
            long before = recorded();
            loaded = loadedByProbe(3);
            assertThat(recorded()).isEqualTo(before + 3);
        }
        return loaded;
    }

    @Test
    void a_run_that_only_stores_loads_few_classes_and_none_of_the_network(TestReporter reporter) throws Exception {
        Set<String> loaded = loadedByStoring();
        reporter.publishEntry(
                "classes of ours, only storing", Integer.toString(ours(loaded).size()));
        assertThat(ours(loaded)).hasSizeLessThanOrEqualTo(MOST_CLASSES_WHEN_ONLY_STORING);
        assertThat(loaded).contains(Delivery.class.getName());
        assertCheap(loaded);
    }

    @Test
    void a_run_that_finds_a_full_spool_loads_no_more() throws Exception {
        Path spool = Files.createDirectories(home.resolve("state").resolve(Spool.DIRECTORY));
        for (int i = 0; i < Spool.MOST_FILES; i++) {
            String id = Hexadecimal.of(i).repeat(4);
            BatchName name = new BatchName(System.currentTimeMillis() - i, 3, 1, id, null, true);
            Files.write(spool.resolve(name.toString()), new byte[1]);
        }
        Set<String> loaded = loadedByStoring();
        assertThat(new Bench(home.resolve("state")).spooled()).hasSize(Spool.MOST_FILES);
        assertThat(ours(loaded)).hasSizeLessThanOrEqualTo(MOST_CLASSES_WHEN_ONLY_STORING);
        assertCheap(loaded);
    }
}
