package dev.vitrine.example.agent.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response as it arrives, for which a reader waits no longer than its patience lasts. (The stream that
 * the JDK's client offers waits for ever: a request's timeout ends with the header fields.)
 */
final class TimedContent extends InputStream implements BodySubscriber<InputStream> {
    private sealed interface Arrival {}

    private record Bytes(List<ByteBuffer> buffers) implements Arrival {}

    private record End(@Nullable Throwable failure) implements Arrival {}

    private final Duration patience;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private ByteBuffer current = ByteBuffer.allocate(0);
    private List<ByteBuffer> following = List.of();
    private @Nullable End end;

    TimedContent(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrivals.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new End(failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(new End(null));
    }

    @Override
    public int read() throws IOException {
        return awaitBytes() ? current.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!awaitBytes()) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    @Override
    public int available() {
        return current.remaining();
    }

    /** Lets go of the connection. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }

    private boolean awaitBytes() throws IOException {
        while (!current.hasRemaining()) {
            if (!following.isEmpty()) {
                current = following.get(0);
                following = following.subList(1, following.size());
            } else if (end != null) {
                return ended(end);
            } else {
                take();
            }
        }
        return true;
    }

    private void take() throws IOException {
        Arrival arrival;
        try {
            arrival = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (arrival == null) {
            throw new HttpTimeoutException("nothing arrived within " + patience);
        } else if (arrival instanceof Bytes bytes) {
            following = bytes.buffers();
            subscription.thenAccept(given -> given.request(1));
        } else {
            end = (End) arrival;
        }
    }

    private static boolean ended(End end) throws IOException {
        if (end.failure() != null) {
            throw new IOException(end.failure());
        }
        return false;
    }
}
