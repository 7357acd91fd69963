package dev.vitrine.collector.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vitrine.collector.store.Store;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 200 while batches can be stored, and 503 while they cannot. The disk is asked on a thread of the pool: it may be
 * slow, and those who send batches do not wait for it.
 */
public final class HealthHandler extends Handler.Abstract.NonBlocking {
    private final Store store;

    /** Tells of this store. */
    public HealthHandler(Store store) {
        this.store = store;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        request.getComponents().getExecutor().execute(() -> answer(response, callback));
        return true;
    }

    private void answer(Response response, Callback callback) {
        boolean well;
        try {
            well = store.isWell();
        } catch (RuntimeException fault) {
            callback.failed(fault);
            return;
        }
        response.setStatus(well ? 200 : 503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String words = "{\"status\":\"" + (well ? "up" : "down") + "\"}";
        response.write(true, ByteBuffer.wrap(words.getBytes(US_ASCII)), callback);
    }
}
