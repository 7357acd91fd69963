package dev.vitrine.collector.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vitrine.collector.store.Store;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 200 while batches can be stored, and 503 while they cannot. The disk is asked on a thread of the pool, by one at a
 * time: it may be slow, and those who send batches do not wait for it. Whoever asks meanwhile hears what was so before, unless
 * the disk takes too long.
 */
public final class HealthHandler extends Handler.Abstract.NonBlocking {
    private static final long LONGEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

    private final Store store;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile long askedAt;
    private volatile boolean well = true;

    /** Tells of this store. */
    public HealthHandler(Store store) {
        this.store = store;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (asking.compareAndSet(false, true)) {
            askedAt = System.nanoTime();
            request.getComponents().getExecutor().execute(() -> ask(response, callback));
        } else {
            // Answered by the thread that reads: once for each connection.
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            answer(well && System.nanoTime() - askedAt < LONGEST_NANOSECONDS, response, callback);
        }
        return true;
    }

    private void ask(Response response, Callback callback) {
        boolean isWell;
        try {
            isWell = store.isWell();
            well = isWell;
        } catch (RuntimeException | Error fault) {
            well = false;
            callback.failed(fault);
            return;
        } finally {
            asking.set(false);
        }
        answer(isWell, response, callback);
    }

    private static void answer(boolean well, Response response, Callback callback) {
        response.setStatus(well ? 200 : 503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String words = "{\"status\":\"" + (well ? "up" : "down") + "\"}";
        response.write(true, ByteBuffer.wrap(words.getBytes(US_ASCII)), callback);
    }
}
