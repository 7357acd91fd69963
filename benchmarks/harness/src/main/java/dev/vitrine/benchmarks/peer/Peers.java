package dev.vitrine.benchmarks.peer;

import java.util.Iterator;
import java.util.ServiceLoader;

/** Finds the one adapter on the class path. */
public final class Peers {
    private Peers() {}

    /** The adapter. */
    public static PeerProvider provider() {
        Iterator<PeerProvider> found = ServiceLoader.load(PeerProvider.class).iterator();
        if (!found.hasNext()) {
            throw new IllegalStateException("no adapter is on the class path");
        }
        PeerProvider provider = found.next();
        if (found.hasNext()) {
            throw new IllegalStateException("two adapters are on the class path; their libraries must not mix");
        }
        return provider;
    }
}
