package dev.vitrine.collector.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** One change that waits for its transaction, and who waits for it. */
final class Change<T> {
    /** What is done in the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T apply(WriteSession session) throws SQLException;

        /** Called in its transaction before anything is done: what all of them look up is looked up together. */
        default void prepare(WriteSession session) {}
    }

    private final Work<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private Runnable answer = () -> {};

    Change(Work<T> work) {
        this.work = work;
    }

    CompletableFuture<T> outcome() {
        return outcome;
    }

    /** Says what it is going to look up. */
    void prepare(WriteSession session) {
        work.prepare(session);
    }

    /** Does the work; the answer waits for the commit. */
    void apply(WriteSession session) throws SQLException {
        T result = work.apply(session);
        answer = () -> outcome.complete(result);
    }

    /** The transaction is on the disk. */
    void committed() {
        answer.run();
    }

    /** Nothing of it is kept. */
    void failed(Exception reason) {
        outcome.completeExceptionally(reason);
    }
}
