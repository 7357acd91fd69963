package dev.vitrine.internal.delivery;

import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.network.Endpoint;
import dev.vitrine.internal.network.Exchange;
import dev.vitrine.internal.network.Request;
import dev.vitrine.internal.network.Response;
import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts batches to the recipient. When the connection stands, the gate is asked once more, the audit log is written, and
 * then the socket, with the same bytes.
 */
final class Sender implements Transport {
    private final Exchange exchange;
    private final String address;
    private final String contentType;
    private final String userAgent;
    private final Supplier<@Nullable BatchPermit> permits;
    private final AuditLog auditLog;
    private final LongSupplier clock;
    private @Nullable Request request;

    Sender(
            Exchange exchange,
            String address,
            String contentType,
            String userAgent,
            Supplier<@Nullable BatchPermit> permits,
            AuditLog auditLog,
            LongSupplier clock) {
        this.exchange = exchange;
        this.address = address;
        this.contentType = contentType;
        this.userAgent = userAgent;
        this.permits = permits;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    @Override
    public Outcome send(Batch batch) {
        BatchPermit permit = permit(batch);
        if (permit == null) {
            return new Outcome(Verdict.WITHHELD);
        }
        LastWord lastWord = new LastWord(batch);
        try {
            Request request = request().with(batch.line(), batch.length());
            Response response = exchange.perform(permit, request, false, lastWord);
            return response == null ? new Outcome(lastWord.refusal) : outcome(response);
        } catch (IOException | RuntimeException noAnswer) {
            // Whatever the JDK throws here, the recipient could not be reached, or did not answer.
            return new Outcome(Verdict.LATER);
        } finally {
            if (lastWord.given) {
                auditLog.copy(batch);
            }
        }
    }

    /** Leave to send this batch; null when there is none, or none any more. */
    private @Nullable BatchPermit permit(Batch batch) {
        BatchPermit permit = permits.get();
        return permit == null || batch.isWithdrawn() || !batch.identity().isCoveredBy(permit) ? null : permit;
    }

    /** What all requests have in common, made for the first one. */
    private Request request() {
        Request common = request;
        if (common == null) {
            common = Request.post(Endpoint.of(address), userAgent, contentType, new byte[0]);
            request = common;
        }
        return common;
    }

    @Override
    public void abort() {
        exchange.abort();
    }

    private Outcome outcome(Response response) {
        int status = response.status();
        if (status / 100 == 2) {
            return new Outcome(Verdict.DELIVERED);
        }
        boolean later = status / 100 != 4 || status == 408 || status == 425 || status == 429;
        return later
                ? new Outcome(Verdict.LATER, RetryAfter.milliseconds(response.retryAfter(), clock.getAsLong()))
                : new Outcome(Verdict.REFUSED);
    }

    private final class LastWord implements Exchange.LastWord {
        private final Batch batch;
        private Verdict refusal = Verdict.WITHHELD;
        private boolean given;

        LastWord(Batch batch) {
            this.batch = batch;
        }

        @Override
        public boolean mayWrite() {
            if (permit(batch) == null) {
                return false;
            }
            try {
                auditLog.append(batch, clock.getAsLong());
            } catch (IOException | RuntimeException unlogged) {
                // What was sent can be read: what cannot be read afterwards is not sent.
                refusal = Verdict.UNLOGGED;
                return false;
            }
            // Once more: a disk can take its time, and meanwhile the user can say no.
            given = permit(batch) != null;
            return given;
        }
    }
}
