package dev.vitrine.benchmarks.throughput;

import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider;
import dev.vitrine.benchmarks.peer.PeerProvider.Place;
import dev.vitrine.benchmarks.peer.Peers;
import dev.vitrine.benchmarks.stub.Certificate;
import dev.vitrine.benchmarks.stub.Stub;
import java.nio.file.Path;

/** Records 100 events at once, and prints how long the requests' bodies were that the stub has received. */
public final class WireRun {
    private static final int EVENTS = 100;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private WireRun() {}

    /** Takes an empty folder. */
    public static void main(String[] arguments) {
        PeerProvider provider = Peers.provider();
        try (Stub stub = Stub.packing(provider.eventMark(), Certificate.trusted())) {
            Peer peer = provider.openForBatchesOf100(new Place(stub.endpoint(), Path.of(arguments[0])));
            for (int i = 0; i < EVENTS; i++) {
                peer.record("gpt-5", OUTCOMES[i % OUTCOMES.length], 1 + (i & 7));
            }
            if (!stub.awaitEvents(EVENTS, 200)) {
                peer.flush();
            }
            if (!stub.awaitEvents(EVENTS, 20_000)) {
                throw new IllegalStateException("of " + EVENTS + " events " + stub.received() + " have arrived");
            }
            Stub.Received received = stub.received();
            System.out.println("> " + received.requestsWithEvents() + '\t' + received.wireBytes() + '\t'
                    + received.plainBytes() + '\t' + received.packedBytes());
        }
        System.out.flush();
        // What a library does at its end is measured elsewhere.
        Runtime.getRuntime().halt(0);
    }
}
