package dev.vitrine.collector.intake;

import dev.vitrine.collector.http.HttpServer;
import dev.vitrine.collector.http.RequestThreads;
import dev.vitrine.collector.operations.HealthHandler;
import dev.vitrine.collector.operations.Traffic;
import dev.vitrine.collector.store.Store;
import dev.vitrine.collector.validation.BatchReader;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.Callback;

/** What strangers can reach: batches, deletion, and whether all is well. */
public final class IntakeServer {
    /** Where batches are posted. */
    public static final String BATCHES = "/v1/batches";

    /** What follows an endpoint's path in requests for deletion. */
    public static final String FORGET = "/forget";

    private static final String NAME = "intake";

    private IntakeServer() {}

    /** The server; not started yet. */
    public static HttpServer of(
            String host,
            int port,
            String application,
            BatchReader reader,
            Store store,
            IngestKeys keys,
            Traffic traffic) {
        RequestThreads threads = new RequestThreads(NAME);
        return new HttpServer(NAME, host, port, handler(application, reader, store, keys, traffic, threads), threads);
    }

    /** Answers every request, and blocks on none. */
    static Handler handler(
            String application,
            BatchReader reader,
            Store store,
            IngestKeys keys,
            Traffic traffic,
            RequestThreads threads) {
        Admission admission = new Admission(keys);
        // Fixed, so that Jetty can tell that nothing in it blocks, and hands no request over to another thread.
        PathMappingsHandler paths = new PathMappingsHandler(false);
        paths.addMapping(PathSpec.from(BATCHES), new BatchHandler(admission, reader, store, traffic, threads));
        paths.addMapping(
                PathSpec.from(BATCHES + FORGET), new DeletionHandler(admission, application, store, traffic, threads));
        paths.addMapping(PathSpec.from("/health"), new HealthHandler(store));
        return new Handler.Sequence(paths, new Nothing(traffic));
    }

    /** Answers every other path. */
    private static final class Nothing extends Handler.Abstract.NonBlocking {
        private final Traffic traffic;

        Nothing(Traffic traffic) {
            this.traffic = traffic;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            traffic.answered(Reply.NOT_FOUND.status());
            Reply.NOT_FOUND.sendAtOnce(response, callback);
            return true;
        }
    }
}
