package dev.vitrine.benchmarks.mixpanel;

import com.mixpanel.mixpanelapi.ClientDelivery;
import com.mixpanel.mixpanelapi.MessageBuilder;
import com.mixpanel.mixpanelapi.MixpanelAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;

/** The event, as Mixpanel's documentation shows events: built here, delivered by another thread. */
final class EditEvents implements AutoCloseable {
    private static final String USER = "0f6a7c1e-3a52-4f6e-9d0b-5a3c7e1f2b4d";
    /** For how long a batch waits for company. */
    private static final long LINGER_MILLISECONDS = 100;

    private final MessageBuilder messages = new MessageBuilder("token");
    private final MixpanelAPI mixpanel;
    private final LinkedBlockingQueue<JSONObject> queue = new LinkedBlockingQueue<>();
    private final int batch;
    private final Thread thread = new Thread(this::run, "mixpanel-delivery");
    private volatile boolean closed;

    EditEvents(URI endpoint) {
        this(endpoint, 50);
    }

    EditEvents(URI endpoint, int batch) {
        this.mixpanel = new MixpanelAPI(endpoint + "/track", endpoint + "/engage", endpoint + "/groups");
        this.batch = batch;
        thread.start();
    }

    void record(String model, String outcome, int attempts) {
        queue.add(messages.event(
                USER,
                "edit-tool-outcome",
                new JSONObject().put("model", model).put("outcome", outcome).put("attempts", attempts)));
    }

    void flush() {
        // The thread delivers what there is within a tenth of a second.
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        mixpanel.close();
    }

    private void run() {
        while (!closed || !queue.isEmpty()) {
            ClientDelivery delivery = new ClientDelivery();
            int gathered = gather(delivery);
            if (gathered > 0) {
                deliver(delivery);
            }
        }
    }

    private int gather(ClientDelivery delivery) {
        int gathered = 0;
        JSONObject next;
        while (gathered < batch && (next = next()) != null) {
            delivery.addMessage(next);
            gathered++;
        }
        return gathered;
    }

    private JSONObject next() {
        try {
            return closed ? queue.poll() : queue.poll(LINGER_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            return queue.poll();
        }
    }

    private void deliver(ClientDelivery delivery) {
        try {
            mixpanel.deliver(delivery);
        } catch (IOException unreachable) {
            if (!closed) {
                throw new UncheckedIOException(unreachable);
            }
        }
    }
}
