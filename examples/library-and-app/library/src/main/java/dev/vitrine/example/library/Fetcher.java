package dev.vitrine.example.library;

import dev.vitrine.Analytics;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fetches things by their names, up to three times, and keeps them. Safe for use by several threads. */
public final class Fetcher {
    private static final int MOST_ATTEMPTS = 3;

    /** Where a thing is fetched from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads the thing.
         *
         * @throws IOException when that fails, and may succeed at another attempt
         */
        byte[] read() throws IOException;
    }

    private final Map<String, byte[]> cache = new ConcurrentHashMap<>();
    private final HttpRetryEmitter httpRetry;
    private final CacheUseEmitter cacheUse;
    private final FetchSizeEmitter fetchSize;

    /** Takes the application's analytics: what the application does not include is not recorded. */
    public Fetcher(Analytics analytics) {
        this.httpRetry = new HttpRetryEmitter(analytics);
        this.cacheUse = new CacheUseEmitter(analytics);
        this.fetchSize = new FetchSizeEmitter(analytics);
    }

    /**
     * Answers what is kept under {@code name}, or fetches it.
     *
     * @throws IOException when no attempt brought it
     */
    public byte[] fetch(String name, Source source) throws IOException {
        byte[] kept = cache.get(name);
        cacheUse.emit(kept == null ? CacheUse.Result.MISS : CacheUse.Result.HIT);
        if (kept != null) {
            return kept;
        }
        byte[] fetched = attempt(name, source);
        fetchSize.emit(fetched.length);
        cache.put(name, fetched);
        return fetched;
    }

    private byte[] attempt(String name, Source source) throws IOException {
        for (int attempts = 1; ; attempts++) {
            try {
                byte[] fetched = source.read();
                httpRetry.emit(attempts, true);
                return fetched;
            } catch (IOException failed) {
                if (attempts == MOST_ATTEMPTS) {
                    httpRetry.emit(attempts, false);
                    throw new IOException(name + " could not be fetched in " + attempts + " attempts", failed);
                }
            }
        }
    }
}
