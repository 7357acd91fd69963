package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.network.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
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
    private final ToLongFunction<ExperimentType<?>> lastDays;
    private LongSupplier clock;
    private DoubleSupplier random;
    private @Nullable Supplier<Transport> transports;
    private @Nullable Claimer self;

    /** For tests: with permits that no gate gives. */
    DeliveryParts(
            ApplicationType application,
            AnalyticsOptions options,
            Supplier<@Nullable BatchPermit> permits,
            Path stateDirectory) {
        this(application, options, permits, new ThisRun(null, null), stateDirectory);
    }

    private DeliveryParts(
            ApplicationType application,
            AnalyticsOptions options,
            Supplier<@Nullable BatchPermit> permits,
            ThisRun run,
            Path stateDirectory) {
        this.application = application;
        this.options = options;
        this.permits = permits;
        this.state = new StateDirectory(stateDirectory);
        this.ledger = new Ledger(state);
        this.lastDays = run;
        this.clock = run;
        this.random = run;
    }

    static DeliveryParts of(
            ApplicationType application,
            AnalyticsOptions options,
            Gate gate,
            @Nullable Recorders recorders,
            Path stateDirectory) {
        ThisRun run = new ThisRun(gate, recorders);
        return new DeliveryParts(application, options, run, run, stateDirectory);
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
    DeliveryLoop assemble(Custody custody, EventQueue queue) {
        Claimer claimer = Claimer.ofThisProcess();
        self = claimer;
        Envelope envelope = Envelope.of(application, options);
        BatchFormat format = BatchFormat.of(application.recipient(), envelope);
        String endpoint = options.loopbackEndpoint() == null
                ? application.recipient().endpoint()
                : options.loopbackEndpoint().toString();
        String destination = options.loopbackEndpoint() == null ? endpoint : LOOPBACK;
        BatchWriter writer = new BatchWriter(format, new PseudonymSalt(state, claimer), lastDays);
        Spool spool = new Spool(state, claimer, ledger, format.name(), destination);
        Parcels parcels = new Parcels(writer, spool, ledger, claimer);
        Outbox outbox = new Outbox(custody, queue, writer, parcels, ledger, options.logFile(), permits);
        Supplier<Transport> network =
                transports == null ? new Network(claimer, format, endpoint, envelope.userAgent()) : transports;
        Backoff backoff = new Backoff(state, claimer, random);
        return new DeliveryLoop(custody, outbox, parcels, ledger, backoff, claimer, state, network);
    }

    /** Empties the spool when nobody else does it any more. */
    void withdraw() {
        try {
            DeliveryState.withdraw(state.path());
        } catch (IOException refused) {
            // The gate holds what could not be deleted: it is never sent, and the next run tries again.
            return;
        }
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

    // Classes, and no lambdas: the first lambda of a run costs it ten milliseconds, and one that ends at once feels
    // that.

    /** What a run goes by, but in tests: the gate's leave, the last days of experiments, the time, and chance. */
    private static final class ThisRun
            implements Supplier<@Nullable BatchPermit>,
                    ToLongFunction<ExperimentType<?>>,
                    LongSupplier,
                    DoubleSupplier {
        private final @Nullable Gate gate;
        private final @Nullable Recorders recorders;

        ThisRun(@Nullable Gate gate, @Nullable Recorders recorders) {
            this.gate = gate;
            this.recorders = recorders;
        }

        @Override
        public long applyAsLong(ExperimentType<?> type) {
            return recorders == null ? type.expires() : recorders.lastDay(type);
        }

        @Override
        public @Nullable BatchPermit get() {
            return gate == null ? null : gate.permitBatch();
        }

        @Override
        public long getAsLong() {
            return System.currentTimeMillis();
        }

        @Override
        public double getAsDouble() {
            return ThreadLocalRandom.current().nextDouble();
        }
    }

    /** Makes the sender when something is to be sent, and not before: with it come the classes of the network. */
    private final class Network implements Supplier<Transport> {
        private final Claimer claimer;
        private final BatchFormat format;
        private final String endpoint;
        private final String userAgent;

        Network(Claimer claimer, BatchFormat format, String endpoint, String userAgent) {
            this.claimer = claimer;
            this.format = format;
            this.endpoint = endpoint;
            this.userAgent = userAgent;
        }

        @Override
        public Transport get() {
            return new Sender(
                    new Exchange(options.environment()),
                    format.address(endpoint),
                    format.contentType(),
                    userAgent,
                    permits,
                    new AuditLog(state, claimer, options.logFile()),
                    clock);
        }
    }
}
