package dev.vitrine.benchmarks.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A {@link StubServer} in a process of its own, so that what it costs is not counted. */
public final class Stub implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final URI endpoint;

    private Stub(String behaviour, String eventMark, @Nullable Certificate certificate) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                ownClasses().toString(),
                StubServer.class.getName(),
                behaviour,
                eventMark));
        if (certificate != null) {
            command.add(certificate.keyStore().toString());
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            endpoint = loopback(Integer.parseInt(answers.readLine()), certificate);
        } catch (IOException failed) {
            throw new UncheckedIOException("the stub does not start", failed);
        }
    }

    /** What a stub has received, of requests with events in them. */
    public record Received(long requestsWithEvents, long wireBytes, long plainBytes, long events, long packedBytes) {}

    /** One that answers at once; over TLS if it is given a certificate. */
    public static Stub answering(String eventMark, @Nullable Certificate certificate) {
        return new Stub("answers", eventMark, certificate);
    }

    /** One that answers, and packs what it received to see how long it is then; over TLS if it is given a certificate. */
    public static Stub packing(String eventMark, @Nullable Certificate certificate) {
        return new Stub("packs", eventMark, certificate);
    }

    /** One that takes everything and never answers; over TLS, which it does shake hands for, if it is given a certificate. */
    public static Stub silent(@Nullable Certificate certificate) {
        return new Stub("silent", "-", certificate);
    }

    /** An address at which nobody listens, of those who speak TLS if there is a certificate. */
    public static URI nobody(@Nullable Certificate certificate) {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return loopback(server.getLocalPort(), certificate);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    /** What it has received up to now. */
    public synchronized Received received() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            String[] counts = answers.readLine().split(" ", -1);
            return new Received(
                    Long.parseLong(counts[0]),
                    Long.parseLong(counts[1]),
                    Long.parseLong(counts[2]),
                    Long.parseLong(counts[3]),
                    Long.parseLong(counts[4]));
        } catch (IOException failed) {
            throw new UncheckedIOException("the stub has ended", failed);
        }
    }

    /** Waits until so many events have arrived; false when they have not within so many milliseconds. */
    public boolean awaitEvents(long events, long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (received().events() < events) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
        return true;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static URI loopback(int port, @Nullable Certificate certificate) {
        return URI.create((certificate == null ? "http" : "https") + "://127.0.0.1:" + port);
    }

    private static Path ownClasses() {
        try {
            return Path.of(Stub.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
