package dev.vitrine.collector.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.collector.http.HttpServer;
import dev.vitrine.collector.query.Answers;
import dev.vitrine.collector.query.Publisher;
import dev.vitrine.collector.query.StoredPublications;
import dev.vitrine.collector.query.Threshold;
import dev.vitrine.collector.store.SqliteStore;
import dev.vitrine.collector.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A page over a real store, with a clock that a test sets. */
final class ServedPage implements AutoCloseable {
    /** What came back. */
    record Response(int status, String headers, String body) {
        String header(String name) {
            return headers.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ':'))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final SqliteStore store;
    private final StoredPublications publications;
    private final Map<String, Experiment> experiments;
    private final Catalog catalog;
    private final Threshold threshold;
    private final HttpServer server;
    private LocalDate today;

    ServedPage(Path folder, Catalog catalog, LocalDate today, Threshold threshold) throws Exception {
        this.today = today;
        this.threshold = threshold;
        Clock clock = new TestClock();
        store = SqliteStore.open(folder, 0, clock);
        publications = new StoredPublications(store);
        experiments =
                catalog.experiments().stream().collect(Collectors.toMap(Experiment::id, experiment -> experiment));
        this.catalog = catalog;
        Pages pages = under(threshold);
        server = new HttpServer(
                "page", "127.0.0.1", 0, new HostGuard(new PageHandler(pages), Set.of("stats.pi.example")));
        server.start();
    }

    /** The same data under another threshold. */
    Pages under(Threshold other) {
        return new Pages(
                catalog, experiments, () -> Answers.of(publications.portions(), other), other, new TestClock());
    }

    Store store() {
        return store;
    }

    /** Releases what is due on a day. */
    void publish(LocalDate day) {
        today = day;
        // A look at what is there now puts in order what came last, as some seconds do.
        store.snapshot().close();
        try {
            new Publisher(publications, experiments, threshold, new TestClock()).publishDue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    Response get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost:"
                + server.address().getPort() + "\r\nConnection: close\r\n\r\n");
    }

    Response send(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Response(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }

    /** Says the day that the test has set. */
    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }
}
