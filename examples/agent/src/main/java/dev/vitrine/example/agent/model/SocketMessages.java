package dev.vitrine.example.agent.model;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The messages that arrive on a WebSocket, for a reader who waits no longer than its patience lasts. */
final class SocketMessages implements WebSocket.Listener {
    private sealed interface Arrival {}

    private record Message(String text) implements Arrival {}

    private record End(IOException reason) implements Arrival {}

    /** How long nothing may arrive before the connection is tried. */
    private static final long PING_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Duration patience;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean empty = true;

    SocketMessages(Duration patience) {
        this.patience = patience;
    }

    /** Whether no message has arrived yet. */
    boolean isEmpty() {
        return empty;
    }

    /**
     * The next message.
     *
     * @throws HttpTimeoutException when none arrives in time
     * @throws IOException when the connection has ended
     */
    String next(WebSocket socket) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            Arrival arrival = arrivals.poll(Math.min(left, PING_NANOS), TimeUnit.NANOSECONDS);
            if (arrival instanceof Message message) {
                return message.text();
            } else if (arrival instanceof End end) {
                throw end.reason();
            } else if (left <= 0) {
                throw new HttpTimeoutException("no message arrived within " + patience);
            }
            ping(socket);
        }
    }

    /**
     * Finds out whether the other end is still there. The JDK's client at times overlooks that a connection has ended
     * without a closing handshake (seen with 17 and 25, once in fifty); writing to it fails then.
     */
    private void ping(WebSocket socket) {
        socket.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, failure) -> {
            // What is no input or output error means that an earlier ping is still on its way.
            if (failure instanceof IOException lost) {
                arrivals.add(new End(lost));
            }
        });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            empty = false;
            arrivals.add(new Message(partial.toString()));
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        arrivals.add(new End(new EOFException("closed with status " + status)));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        arrivals.add(new End(failure instanceof IOException known ? known : new IOException(failure)));
    }
}
