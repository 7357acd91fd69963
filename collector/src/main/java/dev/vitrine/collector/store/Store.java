package dev.vitrine.collector.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What is kept of the events, which is:
 *
 * <ul>
 *   <li>of anonymous events, how many there were: by experiment, day, version, operating system, processor and payload;
 *   <li>of identified events the same, for each tracking id, so that they can be deleted. A user id is not kept: no answer
 *       needs it;
 *   <li>the ids of the batches of the last {@value #BATCH_ID_DAYS} days, with the day of their arrival and nothing that
 *       leads from there to an event, once some seconds have passed;
 *   <li>how many events were refused, by day and reason;
 *   <li>sums over many reporters, as they were released;
 *   <li>of a tracking id under which deletion was asked for, a hash, for as long as batch ids are kept: so that what was
 *       under way is not kept either.
 * </ul>
 *
 * <p>There is no address, no header, and no time finer than a day. Safe for use by several threads.
 */
public interface Store extends AutoCloseable {
    /** For how many days a batch is recognised when it comes again; more than the 21 days that a client keeps one. */
    int BATCH_ID_DAYS = 30;

    /**
     * Keeps a batch, whole or not at all.
     *
     * @return completes when the batch is on the disk for good; exceptionally, with a {@link StoreFullException} when there is
     *     no room, a {@link StoreBusyException} when too much waits already, or an {@link IOException}. What failed may be
     *     handed over again
     */
    CompletableFuture<Stored> add(NewBatch batch);

    /**
     * Deletes what is kept under a tracking id, so that its bytes are gone from the files too.
     *
     * @return how many events were deleted; 0 when there were none, or were deleted before. Exceptionally as {@link #add}
     */
    CompletableFuture<Long> forget(UUID trackingId);

    /** Deletes what has been kept for as long as its catalog allows, and batch ids that are old enough. Takes a while. */
    CompletableFuture<Void> removeExpired();

    /**
     * Ends a round: events that come from now on join the next one, and those in it change no more, except that they are
     * deleted when their time is over or a user asks for it. Does nothing when it has ended before.
     */
    CompletableFuture<Void> end(Round round);

    /**
     * Keeps what is released of a round that has ended, for as long as its events may be kept. When it is
     * empty, the events join the next round. Does nothing when the round was released before.
     */
    CompletableFuture<Void> release(StoredPortion portion);

    /** Counts events that were refused, by the name of the reason. They are stored with what comes next, within a second. */
    void refused(Map<String, Integer> reasons);

    /** What is kept now; while there is no room to put it in order, without what came in the last seconds. */
    Snapshot snapshot();

    /**
     * The same, at once and without putting anything in order: events that came in the last seconds may be missing, except
     * from a round that has ended. What was released and the version are as in {@link #snapshot}.
     */
    Snapshot settled();

    /** Whether there is room, and the last change could be stored. */
    boolean isWell();

    /**
     * Writes a copy of what is kept, as of one moment, while the store is in use.
     *
     * @param file where to; must not exist
     * @throws IOException when it cannot be written
     */
    void backup(Path file) throws IOException;

    /** Keeps what was handed over before, then lets go of the files. */
    @Override
    void close();
}
