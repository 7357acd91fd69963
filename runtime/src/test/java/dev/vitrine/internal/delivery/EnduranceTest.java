package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.vitrine.internal.network.RawServer;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A program that runs for long, and a server that comes and goes: what is used after a thousand batches is what was used after ten. */
class EnduranceTest {
    /** More than fills a batch, so that none waits for company. */
    private static final int EVENTS = 1_000;

    /** With the next ones, fewer than the queue holds, and more than the half at which it is crowded. */
    private static final int ON_THE_WAY = 3_000;

    @TempDir
    Path home;

    /** What a program uses, as the JVM counts it. */
    private record Usage(long heapBytes, int threads, long files) {
        static Usage now() {
            // Before the collector, which would close what was forgotten.
            long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                    ? unix.getOpenFileDescriptorCount()
                    : 0;
            long heap = Long.MAX_VALUE;
            for (int time = 0; time < 4; time++) {
                System.gc();
                heap = Math.min(
                        heap,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            return new Usage(heap, ManagementFactory.getThreadMXBean().getThreadCount(), files);
        }

        void assertNotAbove(Usage before) {
            // One leaked byte array of a batch's, a thread or a descriptor for each tenth batch would be more than
            // this.
            assertThat(heapBytes).as("heap").isLessThan(before.heapBytes + 1024 * 1024);
            assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + 3);
            assertThat(files).as("files").isLessThanOrEqualTo(before.files + 3);
        }
    }

    /** A server of one thread that keeps nothing, so that all growth is ours; it answers, refuses, fails or hangs up. */
    private static final class Flapping implements AutoCloseable {
        private final ServerSocket server;
        private final Random random = new Random(5);

        Flapping() throws Exception {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "flapping-server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket connection = server.accept()) {
                    RawServer.readRequest(connection);
                    String status = new String[] {"204 Taken", "503 Busy", "400 Bad", ""}[random.nextInt(4)];
                    if (status.isEmpty()) {
                        continue;
                    }
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    InputStream rest = connection.getInputStream();
                    connection.setSoTimeout(1_000);
                    while (rest.read() >= 0) {
                        continue;
                    }
                } catch (Exception gone) {
                    // The client hung up, or the test is over: the loop's condition knows.
                    continue;
                }
            }
        }

        URI endpoint() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    @Test
    void many_batches_into_a_flapping_server_leave_heap_threads_and_descriptors_as_they_were(TestReporter reporter)
            throws Exception {
        try (Flapping server = new Flapping()) {
            Bench bench = new Bench(home.resolve("state")).sendingTo(server.endpoint());
            try (Delivery delivery = new Delivery(bench.parts().withRandom(() -> 0))) {
                int warm = send(bench, delivery, 0, Torture.count(10, 400));
                Usage before = Usage.now();
                int all = send(bench, delivery, warm, Torture.count(20, 10_000));
                Usage after = Usage.now();
                reporter.publishEntry(warm + " batches", before.toString());
                reporter.publishEntry(all + " batches", after.toString());
                after.assertNotAbove(before);
                Totals totals = delivery.ledger().totals();
                assertThat(totals.recorded()).isEqualTo((long) all * EVENTS);
                assertThat(totals.delivered() + totals.allLost()).isEqualTo((long) all * EVENTS);
            }
        }
    }

    /**
     * Records as fast as it is sent: the next events come while those before are on their way, so that no batch is left to
     * wait for company.
     */
    private static int send(Bench bench, Delivery delivery, int sent, int batches) {
        for (int batch = 1; batch <= batches; batch++) {
            Bench.emit(delivery, EVENTS);
            awaitDone(delivery, (long) (sent + batch) * EVENTS - (batch == batches ? 0 : ON_THE_WAY));
        }
        assertThat(bench.spooled()).isEmpty();
        return sent + batches;
    }

    private static void awaitDone(Delivery delivery, long events) {
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    Totals totals = delivery.ledger().totals();
                    return totals.delivered() + totals.allLost() >= events;
                });
    }

    @Test
    void opening_and_closing_many_times_leaves_heap_threads_and_descriptors_as_they_were(TestReporter reporter) {
        Bench bench = new Bench(home.resolve("state"));
        openAndClose(bench, 50);
        Usage before = Usage.now();
        openAndClose(bench, Torture.count(300, 5_000));
        Usage after = Usage.now();
        reporter.publishEntry("after 50, and at the end", before + " " + after);
        after.assertNotAbove(before);
    }

    private static void openAndClose(Bench bench, int times) {
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int time = 0; time < times; time++) {
            Delivery delivery = bench.open();
            Bench.emit(delivery, 3);
            delivery.close();
        }
        // Two more, which are those that wait and look here.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ManagementFactory.getThreadMXBean().getThreadCount() <= threads + 2);
    }
}
