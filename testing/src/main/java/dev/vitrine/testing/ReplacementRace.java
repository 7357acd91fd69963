package dev.vitrine.testing;

import dev.vitrine.ConsentStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Threads that compete: each reads what is stored and replaces it, again and again. At first all wait until each has
 * read, so that all expect the same on any machine, however slow and however busy; then each goes as fast as it can. No
 * text is stored twice, so what was replaced, and by whom, can be told afterwards. An {@link IOException} is an answer
 * too: nothing was stored.
 */
final class ReplacementRace {
    private static final int THREADS = 4;

    /** Attempts in which all have read before one replaces: a store that answers true to all is found in the first. */
    private static final int ATTEMPTS_TOGETHER = 20;

    /** What a store in memory manages in less time. */
    private static final int MAX_ATTEMPTS = 5_000;

    private static final long DURATION = TimeUnit.MILLISECONDS.toNanos(300);

    /** Longer than any store lets its callers wait, unless two of them wait for each other. */
    private static final int PATIENCE_IN_SECONDS = 30;

    private final Queue<Replacement> replacements = new ConcurrentLinkedQueue<>();
    private final Set<String> attempted = ConcurrentHashMap.newKeySet();
    private final Queue<String> fragments = new ConcurrentLinkedQueue<>();
    private volatile boolean stored;
    private @Nullable String last;

    private record Replacement(@Nullable String expected, String text) {}

    private ReplacementRace() {}

    static ReplacementRace run(Callable<? extends ConsentStore> place) throws Exception {
        ReplacementRace race = new ReplacementRace();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "consent store contract");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<ConsentStore> stores = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                stores.add(place.call());
            }
            Phaser together = new Phaser(THREADS);
            List<Future<?>> runners = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                runners.add(threads.submit(() -> race.compete(stores.get(number), number, together)));
            }
            for (Future<?> runner : runners) {
                await(runner);
            }
        } finally {
            threads.shutdownNow();
        }
        race.last = place.call().read();
        return race;
    }

    /** Whoever was told true has replaced what they expected, and nobody else has. */
    void assertOneAloneSucceeded() {
        if (replacements.isEmpty()) {
            throw StoreFinding.failure(
                    "one of " + THREADS + " threads that replace what is stored is told true", "none was");
        }
        Map<@Nullable String, String> replacedBy = new HashMap<>();
        for (Replacement replacement : replacements) {
            String other = replacedBy.put(replacement.expected(), replacement.text());
            if (other != null) {
                throw StoreFinding.failure(
                        "of the threads that replace " + StoreFinding.excerpt(replacement.expected(), 0)
                                + ", one alone is told true",
                        "two were, with " + StoreFinding.excerpt(other, 0) + " and "
                                + StoreFinding.excerpt(replacement.text(), 0));
            }
        }
        String end = null;
        int steps = 0;
        while (replacedBy.containsKey(end)) {
            end = replacedBy.get(end);
            steps++;
        }
        if (steps != replacements.size() || !Objects.equals(end, last)) {
            throw StoreFinding.failure(
                    "each of " + replacements.size() + " replacements that were told true follows upon another, and the"
                            + " last one is stored",
                    steps + " do, and stored is " + StoreFinding.excerpt(last, 0) + " instead of "
                            + StoreFinding.excerpt(end, 0));
        }
    }

    /** Nobody read what nobody had stored. */
    void assertReadersSawTheWhole() {
        String fragment = fragments.peek();
        if (fragment != null) {
            throw StoreFinding.failure("read() answers what a thread has stored, from the first time on", fragment);
        }
    }

    private @Nullable Void compete(ConsentStore store, int number, Phaser together) throws Exception {
        Random random = new Random(number);
        boolean alone = false;
        try {
            together.arriveAndAwaitAdvance();
            long begin = System.nanoTime();
            for (int attempt = 0; attempt < MAX_ATTEMPTS && System.nanoTime() - begin < DURATION; attempt++) {
                if (attempt == ATTEMPTS_TOGETHER) {
                    together.arriveAndDeregister();
                    alone = true;
                }
                attempt(store, decision(number, attempt, random), alone ? () -> {} : together::arriveAndAwaitAdvance);
            }
        } finally {
            // Whoever leaves, for whatever reason, is not waited for.
            if (!alone) {
                together.arriveAndDeregister();
            }
        }
        return null;
    }

    private void attempt(ConsentStore store, String text, Runnable others) {
        String read;
        try {
            boolean storedBefore = stored;
            read = store.read();
            if (read == null ? storedBefore : !attempted.contains(read)) {
                fragments.add(StoreFinding.excerpt(read, 0));
                return;
            }
        } catch (IOException nothingRead) {
            Thread.onSpinWait();
            return;
        } finally {
            others.run();
        }
        attempted.add(text);
        try {
            if (store.replace(read, text)) {
                replacements.add(new Replacement(read, text));
                stored = true;
            }
        } catch (IOException nothingStored) {
            Thread.onSpinWait();
        }
    }

    /** A decision that no other attempt has; of very different lengths, so that halves of two do not make one. */
    private static String decision(int thread, int attempt, Random random) {
        String question = "?".repeat(random.nextInt(600));
        return "{\"version\": 1, \"mode\": \"anonymous\", \"scope\": [\"pi.example\", \"thread-" + thread
                + ".question=\", \"attempt-" + attempt + ".question=" + question + "\"]}";
    }

    private static void await(Future<?> runner) throws Exception {
        try {
            runner.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            throw StoreFinding.failure(
                    "read() and replace() return", "a thread still waits after " + PATIENCE_IN_SECONDS + " seconds");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception thrown ? thrown : failed;
        }
    }
}
