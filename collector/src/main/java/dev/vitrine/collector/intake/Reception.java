package dev.vitrine.collector.intake;

import dev.vitrine.collector.http.Faults;
import dev.vitrine.collector.http.RequestThreads;
import dev.vitrine.collector.operations.Traffic;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request with a body: whole, within its limits, without a thread that waits for it. A sender that is slow costs a
 * connection and what it has sent, and nothing else.
 */
abstract class Reception extends Handler.Abstract.NonBlocking {
    private final Admission admission;
    private final Traffic traffic;
    private final RequestThreads threads;

    Reception(Admission admission, Traffic traffic, RequestThreads threads) {
        this.admission = admission;
        this.traffic = traffic;
        this.threads = threads;
    }

    /** Why this request is not looked at, beside what holds for all of them; null when it is. */
    abstract @Nullable Reply refuse(Request request);

    /** Does what the body asks for, and answers, now or later. */
    abstract CompletableFuture<Reply> receive(byte[] body);

    /** The answer to one request. */
    private final class Answer {
        private final Response response;
        private final Callback callback;

        private Answer(Response response, Callback callback) {
            this.response = response;
            this.callback = callback;
        }

        void send(Reply reply) {
            traffic.answered(reply.status());
            threads.answer(() -> reply.send(response, callback));
        }

        void sendAtOnce(Reply reply) {
            traffic.answered(reply.status());
            reply.sendAtOnce(response, callback);
        }
    }

    @Override
    public final boolean handle(Request request, Response response, Callback callback) {
        Answer answer = new Answer(response, callback);
        Reply reply = admission.refuse(request);
        if (reply == null) {
            reply = refuse(request);
        }
        if (reply != null) {
            answer.sendAtOnce(reply);
            return true;
        }
        boolean compressed = Admission.isCompressed(request);
        Content.Source.asByteArrayAsync(
                request,
                Body.LARGEST_SENT,
                Promise.Invocable.from(
                        InvocationType.NON_BLOCKING,
                        sent -> receive(sent, compressed, answer),
                        failure -> answer.sendAtOnce(reason(failure))));
        return true;
    }

    private void receive(byte[] sent, boolean compressed, Answer answer) {
        CompletableFuture<Reply> reply;
        try {
            reply = receive(sent, compressed);
        } catch (RuntimeException fault) {
            reply = CompletableFuture.failedFuture(fault);
        }
        if (reply.isDone()) {
            Reply known = reply.exceptionally(Reception::report).join();
            // The store may have been quicker than this thread.
            if (known.tellsOfStored()) {
                answer.send(known);
            } else {
                answer.sendAtOnce(known);
            }
            return;
        }
        // Whatever becomes of it, it is answered for here.
        var unused = reply.whenComplete((answered, fault) -> answer.send(fault == null ? answered : report(fault)));
    }

    private CompletableFuture<Reply> receive(byte[] sent, boolean compressed) {
        byte[] body;
        try {
            body = compressed ? Body.inflate(sent) : sent;
        } catch (IOException notGzip) {
            return CompletableFuture.completedFuture(Reply.BROKEN);
        }
        return body == null ? CompletableFuture.completedFuture(Reply.TOO_LARGE) : receive(body);
    }

    private static Reply report(Throwable fault) {
        Faults.report(fault);
        return Reply.FAULT;
    }

    private static Reply reason(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Reply.TOO_SLOW;
        }
        // Jetty's way to say that there is more than was asked for.
        return failure instanceof IllegalStateException ? Reply.TOO_LARGE : Reply.BROKEN;
    }
}
