package dev.vitrine.collector;

import dev.vitrine.collector.catalogs.CatalogsUnusableException;
import dev.vitrine.collector.catalogs.ReleasedCatalogs;
import dev.vitrine.collector.http.HttpServer;
import dev.vitrine.collector.intake.IngestKeys;
import dev.vitrine.collector.intake.IntakeServer;
import dev.vitrine.collector.operations.HealthHandler;
import dev.vitrine.collector.operations.MetricsHandler;
import dev.vitrine.collector.operations.Traffic;
import dev.vitrine.collector.page.HostGuard;
import dev.vitrine.collector.page.PageHandler;
import dev.vitrine.collector.page.Pages;
import dev.vitrine.collector.query.LiveAnswers;
import dev.vitrine.collector.query.Publisher;
import dev.vitrine.collector.query.StoredPublications;
import dev.vitrine.collector.query.Threshold;
import dev.vitrine.collector.store.SqliteStore;
import dev.vitrine.collector.store.Store;
import dev.vitrine.collector.validation.BatchReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;

/** A running collector: its store, the intake and the page, which are started in this order and stopped in the other. */
public final class Collector implements AutoCloseable {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final long BYTES_PER_MEBIBYTE = 1024L * 1024;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final DailyExpiry expiry;
    private final HttpServer intake;
    private final HttpServer page;

    private Collector(CollectorSettings settings, InstantSource clock) throws IOException, CatalogsUnusableException {
        ReleasedCatalogs catalogs = ReleasedCatalogs.read(settings.catalog());
        IngestKeys keys = keys(settings);
        Traffic traffic = new Traffic();
        Store store = begun(SqliteStore.open(settings.data(), settings.freeMebibytes() * BYTES_PER_MEBIBYTE, clock));
        expiry = begun(new DailyExpiry(store, clock));
        PageHandler answers = new PageHandler(pages(settings, catalogs, store, clock));
        page = begun(new HttpServer(
                "page",
                THIS_MACHINE,
                settings.pagePort(),
                new HostGuard(local(store, traffic, answers), settings.pageHosts())));
        intake = begun(IntakeServer.of(
                settings.host(),
                settings.port(),
                catalogs.application(),
                new BatchReader(catalogs, clock),
                store,
                keys,
                traffic));
    }

    /**
     * Starts a collector.
     *
     * @param clock says which day it is
     * @throws CatalogsUnusableException when there is no catalog to go by
     * @throws IOException when the store cannot be opened, or a port is taken
     */
    public static Collector start(CollectorSettings settings, InstantSource clock)
            throws IOException, CatalogsUnusableException {
        Collector collector = new Collector(settings, clock);
        try {
            collector.page.start();
            collector.intake.start();
            // Last: a collector that does not start deletes nothing.
            collector.expiry.start();
            return collector;
        } catch (IOException | RuntimeException failed) {
            collector.close();
            throw failed;
        }
    }

    private static IngestKeys keys(CollectorSettings settings) throws IOException {
        IngestKeys keys = new IngestKeys(settings.keys());
        boolean loopback = InetAddress.getByName(settings.host()).isLoopbackAddress();
        if (!loopback && keys.isEmpty()) {
            throw new IOException(settings.host() + " can be reached from other machines, and there is no ingest key"
                    + " that could let them in. Name a file with at least one (--keys), or listen on " + THIS_MACHINE
                    + " behind a reverse proxy.");
        }
        return keys;
    }

    private Pages pages(CollectorSettings settings, ReleasedCatalogs catalogs, Store store, InstantSource clock)
            throws IOException {
        Threshold threshold = new Threshold(settings.reporters());
        StoredPublications publications = new StoredPublications(store);
        Publisher publisher = new Publisher(publications, catalogs.experiments(), threshold, clock);
        LiveAnswers answers = begun(new LiveAnswers(publisher, publications, threshold, clock));
        return new Pages(catalogs.newest().catalog(), catalogs.experiments(), answers, threshold, clock);
    }

    private static Handler local(Store store, Traffic traffic, PageHandler answers) {
        PathMappingsHandler paths = new PathMappingsHandler();
        paths.addMapping(PathSpec.from("/"), answers);
        paths.addMapping(PathSpec.from("/health"), new HealthHandler(store));
        // For this machine alone, also where the page is for a team: its counts move with each single batch.
        paths.addMapping(PathSpec.from("/metrics"), new HostGuard(new MetricsHandler(traffic), List.of()));
        return paths;
    }

    private <T extends AutoCloseable> T begun(T part) {
        running.push(part);
        return part;
    }

    /** Where batches are posted. */
    public URI batches() {
        return URI.create("http://" + intake.address().getHostString() + ':'
                + intake.address().getPort() + IntakeServer.BATCHES);
    }

    /** Where the page is. */
    public URI page() {
        return URI.create("http://" + THIS_MACHINE + ':' + page.address().getPort() + '/');
    }

    /** Answers what has come in, stores what was accepted, and lets go of ports and files. */
    @Override
    public void close() {
        IllegalStateException unstopped = null;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failed) {
                // The others are stopped all the same: the store, above all, has yet to write what was accepted.
                unstopped = unstopped == null
                        ? new IllegalStateException("a part of the collector could not be stopped")
                        : unstopped;
                unstopped.addSuppressed(failed);
            }
        }
        if (unstopped != null) {
            throw unstopped;
        }
    }
}
