package dev.vitrine.benchmarks.collector;

import dev.vitrine.collector.http.HttpServer;
import java.io.IOException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** What the collector is measured against: the same server, set up by the same code, that reads each body and answers 204. */
public final class NothingServer {
    private static final int LARGEST_BODY = 256 * 1024;

    private NothingServer() {}

    /** Takes the port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpServer server = new HttpServer("nothing", "127.0.0.1", Integer.parseInt(arguments[0]), new Nothing());
        server.start();
        System.out.println("listening on " + server.address().getPort());
        Thread.currentThread().join();
    }

    private static final class Nothing extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Content.Source.asByteArrayAsync(
                    request,
                    LARGEST_BODY,
                    Promise.Invocable.from(
                            InvocationType.NON_BLOCKING,
                            body -> {
                                response.setStatus(204);
                                callback.succeeded();
                            },
                            callback::failed));
            return true;
        }
    }
}
