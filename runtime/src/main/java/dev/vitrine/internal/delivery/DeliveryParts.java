package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.network.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Delivery} is made of. The parts are put together by the delivery thread: an application's thread that
 * records the first event pays for the queue alone.
 */
final class DeliveryParts {
    private static final String LOOPBACK = "loopback";

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Supplier<@Nullable BatchPermit> permits;
    private final StateDirectory state;
    private final Ledger ledger;
    private LongSupplier clock = System::currentTimeMillis;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    private @Nullable Supplier<Transport> transports;
    private @Nullable Claimer self;

    DeliveryParts(
            ApplicationType application,
            AnalyticsOptions options,
            Supplier<@Nullable BatchPermit> permits,
            Path stateDirectory) {
        this.application = application;
        this.options = options;
        this.permits = permits;
        this.state = new StateDirectory(stateDirectory);
        this.ledger = new Ledger(state);
    }

    static DeliveryParts of(ApplicationType application, AnalyticsOptions options, Gate gate, Path stateDirectory) {
        return new DeliveryParts(application, options, gate::permitBatch, stateDirectory);
    }

    /** For tests: time, in milliseconds since 1970-01-01 (UTC). */
    DeliveryParts withClock(LongSupplier clock) {
        this.clock = clock;
        return this;
    }

    /** For tests: numbers from 0 to 1. */
    DeliveryParts withRandom(DoubleSupplier random) {
        this.random = random;
        return this;
    }

    /** For tests: what takes the place of the network. */
    DeliveryParts withTransport(Supplier<Transport> transports) {
        this.transports = transports;
        return this;
    }

    LongSupplier clock() {
        return clock;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Puts the parts together. */
    DeliveryLoop assemble(ReentrantLock lock, EventQueue queue) {
        Claimer claimer = Claimer.ofThisProcess();
        self = claimer;
        Envelope envelope = Envelope.of(application, options);
        BatchFormat format = BatchFormat.of(application.recipient(), envelope);
        String endpoint = options.loopbackEndpoint() == null
                ? application.recipient().endpoint()
                : options.loopbackEndpoint().toString();
        String destination = options.loopbackEndpoint() == null ? endpoint : LOOPBACK;
        AuditLog auditLog = new AuditLog(state, claimer, options.logFile());
        Outbox outbox = new Outbox(
                queue,
                new BatchWriter(format, new PseudonymSalt(state, claimer)),
                new Spool(state, claimer, ledger, format.name(), destination),
                ledger,
                auditLog,
                options.logFile() != null,
                permits,
                claimer);
        Supplier<Transport> network = transports != null
                ? transports
                : () -> new Sender(
                        new Exchange(options.environment()),
                        format.address(endpoint),
                        format.contentType(),
                        envelope.userAgent(),
                        permits,
                        auditLog,
                        clock);
        Backoff backoff = new Backoff(state, claimer, random);
        return new DeliveryLoop(lock, outbox, ledger, backoff, claimer, new WaitTurn(state), network);
    }

    /** Leaves the counts to the next run. */
    void leave() {
        Claimer claimer = self;
        if (claimer != null) {
            try {
                ledger.save(claimer);
                ledger.leave(claimer);
            } catch (IOException refused) {
                // They stay in a file that the next run finds, as of the last time that it could be written.
                self = null;
            }
        }
    }
}
