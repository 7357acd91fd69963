package dev.vitrine.collector.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a server. To wake one up costs about as much as to read a request. Where another thread answers many
 * requests one after the other, Jetty would wake one up for each, to see whether its connection has the next request; here one
 * thread looks at all of these connections.
 */
public final class RequestThreads extends QueuedThreadPool {
    private static final int MOST = 16;
    private static final int LEAST = 4;

    /** Not null on a thread that is answering. */
    private static final ThreadLocal<@Nullable Boolean> ANSWERING = new ThreadLocal<>();

    private final Queue<Runnable> connections = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Threads of this name, which wait for work when the server is started. */
    public RequestThreads(String name) {
        super(MOST, LEAST);
        setName("vitrine-" + name);
    }

    /** Answers a request, on the thread that calls; what follows must not block. */
    public void answer(Runnable answer) {
        ANSWERING.set(true);
        try {
            answer.run();
        } finally {
            ANSWERING.remove();
        }
    }

    @Override
    public void execute(Runnable task) {
        if (ANSWERING.get() == null) {
            super.execute(task);
        } else {
            connections.add(task);
            if (looking.compareAndSet(false, true)) {
                wakeUp();
            }
        }
    }

    private void wakeUp() {
        try {
            super.execute(this::lookAtAll);
        } catch (RejectedExecutionException stopped) {
            looking.set(false);
            throw stopped;
        }
    }

    private void lookAtAll() {
        do {
            for (Runnable next = connections.poll(); next != null; next = connections.poll()) {
                look(next);
            }
            looking.set(false);
            // What came since the last look has woken nobody up.
        } while (!connections.isEmpty() && looking.compareAndSet(false, true));
    }

    private static void look(Runnable connection) {
        try {
            connection.run();
        } catch (RuntimeException | Error fault) {
            // One connection's: the others are looked at all the same, and those that come later.
            Faults.report(fault);
        }
    }
}
