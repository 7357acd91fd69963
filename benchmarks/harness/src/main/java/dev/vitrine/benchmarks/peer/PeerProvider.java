package dev.vitrine.benchmarks.peer;

import java.net.URI;
import java.nio.file.Path;

/** Opens a {@link Peer}. Each adapter registers one, with a public constructor without parameters, as a service. */
public interface PeerProvider {
    /** What is set differently from the library's defaults, and why: one sentence for the results. */
    String settings();

    /** An ASCII text that a body holds, unpacked, exactly once for each event in it. */
    String eventMark();

    /** How many events may be on their way at once such that, as it comes, the library drops none of them. */
    default int mostOnTheirWay() {
        return 3_000;
    }

    /** Opens the library with its own batching. */
    Peer open(Place place);

    /** Opens it such that 100 events, recorded at once, travel in one request. */
    Peer openForBatchesOf100(Place place);

    /** Opens it as it is opened for a user who has not agreed, where the library knows such a thing. */
    Peer openOff(Place place);

    /**
     * Where a peer sends to, and where it may keep files.
     *
     * @param endpoint the stub's address on loopback, {@code http://127.0.0.1:<port>}, without a path, or
     *     {@code https} for those who speak TLS
     * @param home an empty folder
     */
    record Place(URI endpoint, Path home) {}
}
