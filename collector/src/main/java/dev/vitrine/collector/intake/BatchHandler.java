package dev.vitrine.collector.intake;

import dev.vitrine.collector.http.RequestThreads;
import dev.vitrine.collector.operations.Traffic;
import dev.vitrine.collector.store.Store;
import dev.vitrine.collector.store.StoreBusyException;
import dev.vitrine.collector.store.StoreFullException;
import dev.vitrine.collector.store.Stored;
import dev.vitrine.collector.validation.BatchReader;
import dev.vitrine.collector.validation.RefusalReason;
import dev.vitrine.collector.validation.Verdict;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Takes batches. A 2xx is answered when what was accepted is on the disk for good, or was before. */
final class BatchHandler extends Reception {
    private final Admission admission;
    private final BatchReader reader;
    private final Store store;
    private final Traffic traffic;

    BatchHandler(Admission admission, BatchReader reader, Store store, Traffic traffic, RequestThreads threads) {
        super(admission, traffic, threads);
        this.admission = admission;
        this.reader = reader;
        this.store = store;
        this.traffic = traffic;
    }

    @Override
    @Nullable
    Reply refuse(Request request) {
        return Admission.asksForNothing(request) ? Reply.NOTHING_KEPT : admission.refuseSender(request);
    }

    @Override
    CompletableFuture<Reply> receive(byte[] body) {
        Verdict verdict = reader.read(body);
        if (verdict.batch() == null) {
            count(verdict.refused());
            return CompletableFuture.completedFuture(
                    verdict.refused().isEmpty() ? Reply.EMPTY : Reply.refused(verdict.refused()));
        }
        long begin = System.nanoTime();
        return store.add(verdict.batch()).handle((stored, failure) -> {
            traffic.stored(System.nanoTime() - begin);
            return stored == null ? failed(failure) : answer(verdict, stored);
        });
    }

    private Reply answer(Verdict verdict, Stored stored) {
        traffic.batch(stored);
        switch (stored) {
            case COUNTED -> {
                traffic.accepted(verdict.accepted());
                count(verdict.refused());
            }
            case FORGOTTEN -> {
                Map<RefusalReason, Integer> forgotten = Map.of(RefusalReason.FORGOTTEN, verdict.accepted());
                count(forgotten);
                return Reply.refused(forgotten);
            }
            // Whatever is to be said of it was counted when it came first.
            case SEEN_BEFORE -> {}
        }
        return Reply.accepted(verdict.accepted(), verdict.refused());
    }

    private void count(Map<RefusalReason, Integer> refused) {
        if (!refused.isEmpty()) {
            Map<String, Integer> words = new TreeMap<>();
            refused.forEach((reason, events) -> words.put(reason.word(), events));
            store.refused(words);
            traffic.refused(words);
        }
    }

    static Reply failed(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof StoreFullException) {
            return Reply.FULL;
        }
        return cause instanceof StoreBusyException ? Reply.BUSY : Reply.FAILED;
    }
}
