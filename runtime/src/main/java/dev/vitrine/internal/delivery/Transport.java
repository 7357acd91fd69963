package dev.vitrine.internal.delivery;

/**
 * Sends batches. Made when the first one is to be sent: a run that only stores loads no class of the network.
 */
interface Transport {
    /** Sends a batch, once, and waits for the answer. */
    Outcome send(Batch batch);

    /** Breaks off what is under way, and refuses whatever comes; any thread may call it. */
    void abort();

    /** What became of a batch. */
    enum Verdict {
        /** The recipient took it. */
        DELIVERED,
        /** The recipient will never take it. */
        REFUSED,
        /** Nobody answered, or the recipient asked to come again. */
        LATER,
        /** The gate gave no leave to write it. */
        WITHHELD,
        /** It could not be written to the audit log, so it was not sent. */
        UNLOGGED
    }

    /**
     * What became of a batch.
     *
     * @param verdict what became of it
     * @param retryAfterMilliseconds for how long the recipient does not want to be asked; 0 when it did not say
     */
    record Outcome(Verdict verdict, long retryAfterMilliseconds) {
        Outcome(Verdict verdict) {
            this(verdict, 0);
        }
    }
}
