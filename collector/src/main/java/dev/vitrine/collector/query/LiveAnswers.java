package dev.vitrine.collector.query;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers as of now: releases what is due, every few seconds, on a thread of its own. Safe for use by several threads.
 */
public final class LiveAnswers implements Supplier<Answers>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveAnswers.class);
    private static final long SHORTEST_PAUSE_MILLISECONDS = 1_000;
    /** Of a core's time, looking for what is due takes at most one part in so many. */
    private static final int PAUSE_PER_WORK = 20;

    private static final long LONGEST_WAIT_MILLISECONDS = 30_000;

    private final Publisher publisher;
    private final Publications publications;
    private final Threshold threshold;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Answers answers;
    private long version = -1;
    private @Nullable LocalDate day;

    /**
     * Releases what is due, and goes on doing so until it is closed.
     *
     * @throws IOException when the store cannot be read
     */
    public LiveAnswers(Publisher publisher, Publications publications, Threshold threshold, InstantSource clock)
            throws IOException {
        this.publisher = publisher;
        this.publications = publications;
        this.threshold = threshold;
        this.clock = clock;
        this.answers = Answers.of(publications.portions(), threshold);
        this.thread = new Thread(this::run, "vitrine-answers");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Answers get() {
        return answers;
    }

    private void run() {
        try {
            long pause = 0;
            while (!closing.await(pause, TimeUnit.MILLISECONDS)) {
                long begin = System.nanoTime();
                lookSafely();
                long worked = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                pause = Math.max(SHORTEST_PAUSE_MILLISECONDS, PAUSE_PER_WORK * worked);
            }
        } catch (InterruptedException stopped) {
            LOG.warn("the thread that keeps the answers was interrupted");
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (IOException | RuntimeException failed) {
            LOG.warn("the answers stay as they are for now: {}", failed.getMessage());
        }
    }

    private void look() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long now = publications.version();
        if (now == version && today.equals(day)) {
            return;
        }
        publisher.publishDue();
        answers = Answers.of(publications.portions(), threshold);
        version = now;
        day = today;
    }

    /** Stops looking; waits for what is being released. What is not completed is taken up again at the next start. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LONGEST_WAIT_MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
