package dev.vitrine.collector.intake;

import dev.vitrine.collector.http.RequestThreads;
import dev.vitrine.collector.operations.Traffic;
import dev.vitrine.collector.store.Store;
import dev.vitrine.collector.validation.DeletionRequest;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is kept under a tracking id, for whoever knows the id. It comes in a body, so that it stands in no log of
 * addresses on the way.
 */
final class DeletionHandler extends Reception {
    private final String application;
    private final Store store;
    private final Traffic traffic;

    DeletionHandler(Admission admission, String application, Store store, Traffic traffic, RequestThreads threads) {
        super(admission, traffic, threads);
        this.application = application;
        this.store = store;
        this.traffic = traffic;
    }

    /** Nobody is refused: neither a wish not to be tracked nor a key that was revoked stands in the way. */
    @Override
    @Nullable
    Reply refuse(Request request) {
        return null;
    }

    @Override
    CompletableFuture<Reply> receive(byte[] body) {
        DeletionRequest request = DeletionRequest.read(body);
        if (request == null) {
            return CompletableFuture.completedFuture(Reply.NO_DELETION);
        } else if (!request.application().equals(application)) {
            return CompletableFuture.completedFuture(Reply.OTHER_APPLICATION);
        }
        return store.forget(request.trackingId()).handle((events, failure) -> {
            if (events == null) {
                return BatchHandler.failed(failure);
            }
            traffic.deleted(events);
            return Reply.deleted(events);
        });
    }
}
