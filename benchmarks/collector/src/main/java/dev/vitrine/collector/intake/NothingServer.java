package dev.vitrine.collector.intake;

import dev.vitrine.collector.http.HttpServer;
import dev.vitrine.collector.http.RequestThreads;
import dev.vitrine.collector.operations.Traffic;
import java.io.IOException;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What the collector is measured against: the same server, set up by the same code, that looks at a request's path and head as
 * the collector does, reads its body, counts its answer, and answers 204. It neither validates nor stores.
 */
public final class NothingServer {
    private static final String NAME = "nothing";
    private static final Reply NOTHING = new Reply(204, "", 0);

    private NothingServer() {}

    /** Takes the port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PathMappingsHandler paths = new PathMappingsHandler(false);
        paths.addMapping(PathSpec.from(IntakeServer.BATCHES), new Nothing());
        HttpServer server =
                new HttpServer(NAME, "127.0.0.1", Integer.parseInt(arguments[0]), paths, new RequestThreads(NAME));
        server.start();
        System.out.println("listening on " + server.address().getPort());
        Thread.currentThread().join();
    }

    private static final class Nothing extends Handler.Abstract.NonBlocking {
        private final Admission admission;
        private final Traffic traffic = new Traffic();

        Nothing() throws IOException {
            admission = new Admission(new IngestKeys(null));
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Reply refused = refuse(request);
            if (refused != null) {
                answer(refused, response, callback);
                return true;
            }
            Content.Source.asByteArrayAsync(
                    request,
                    Body.LARGEST_SENT,
                    Promise.Invocable.from(
                            InvocationType.NON_BLOCKING,
                            body -> answer(NOTHING, response, callback),
                            callback::failed));
            return true;
        }

        private @Nullable Reply refuse(Request request) {
            Reply refused = admission.refuse(request);
            if (refused == null && Admission.asksForNothing(request)) {
                return Reply.NOTHING_KEPT;
            }
            return refused == null ? admission.refuseSender(request) : refused;
        }

        private void answer(Reply reply, Response response, Callback callback) {
            traffic.answered(reply.status());
            reply.send(response, callback);
        }
    }
}
