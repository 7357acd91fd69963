package dev.vitrine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.internal.consent.TestPermits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network in which {@code localhost} is the name of another machine, as whoever answers for names can have it. */
class ForeignLocalhostTest {
    @TempDir
    Path home;

    /** A process of its own, since a JVM reads its file of hosts once. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            Request request = Request.post(
                    Endpoint.of("http://localhost:9/x"), "pi/1.0 (linux; x86_64)", "application/json", new byte[2]);
            try {
                new Exchange(Map.of()).perform(TestPermits.anonymous(), request, true, () -> true);
            } catch (IOException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    /** 192.0.2.1 is nobody's (RFC 5737), and asked by nobody as long as this holds. */
    @Test
    void is_not_spoken_to_without_tls() throws Exception {
        Path hosts = Files.writeString(home.resolve("hosts"), "192.0.2.1 localhost\n");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName());
        Path output = home.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).content().startsWith("localhost is not this machine");
    }
}
