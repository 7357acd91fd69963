package dev.vitrine.internal.delivery;

import dev.vitrine.RecipientProtocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What delivery keeps in a state directory, read and cleared without a delivery: for the user's commands. Starts no
 * thread and uses no network.
 */
public final class DeliveryState {
    /** Of a UUID as text (RFC 9562). */
    private static final int ID_LENGTH = 36;

    private DeliveryState() {}

    /**
     * How things stand.
     *
     * @param totals what became of the events of all runs
     * @param waitingBatches how many batches wait in the spool
     * @param waitingEvents how many events are in them
     */
    public record Report(Totals totals, int waitingBatches, long waitingEvents) {
        /** How many events are in the memory of a program that runs, in a request that is not whole yet. */
        public long unfinishedEvents() {
            // Programs go on while their files are read, so the sum can be off for a moment, and less than nothing.
            return Math.max(0, totals.recorded() - totals.delivered() - totals.allLost() - waitingEvents);
        }
    }

    /** How things stand in {@code stateDirectory}; nothing but zeros when there is no such directory. */
    public static Report read(Path stateDirectory) {
        int batches = 0;
        long events = 0;
        for (String name : StateDirectory.names(stateDirectory.resolve(Spool.DIRECTORY))) {
            BatchName batch = BatchName.parse(name);
            if (batch != null && batch.whole()) {
                batches++;
                events += batch.events();
            }
        }
        return new Report(Ledger.read(stateDirectory), batches, events);
    }

    /** Whether every delivery that has used this directory has ended: what is there, stays. */
    public static boolean isAtRest(Path stateDirectory) {
        return Ledger.isAtRest(stateDirectory);
    }

    /** What was sent, as far back as it is kept: one request body a line, the oldest first. */
    public static List<String> sent(Path stateDirectory) {
        return AuditLog.lines(stateDirectory);
    }

    /**
     * The tracking ids under which anything can have been sent, by this protocol, the oldest first: the log is written
     * before the socket, so it holds them. Where someone has deleted the log, or it cannot be read, the counts tell
     * whether there was anything in it, and then it was {@code current}, if that is an id.
     */
    public static Set<String> sentUnder(Path stateDirectory, RecipientProtocol protocol, @Nullable String current) {
        String before = BatchFormat.beforeTrackingId(protocol);
        Set<String> ids = new LinkedHashSet<>();
        boolean logged = false;
        for (String body : sent(stateDirectory)) {
            logged |= body.startsWith("{");
            int start = body.indexOf(before) + before.length();
            int end = body.indexOf('"', start);
            // Without consent to an id, PostHog's place for it holds the batch's number, which is none.
            if (start >= before.length() && end - start == ID_LENGTH) {
                ids.add(body.substring(start, end));
            }
        }
        if (!logged && current != null && Ledger.read(stateDirectory).delivered() > 0) {
            ids.add(current);
        }
        return ids;
    }

    /** The bodies of the batches that wait in the spool, the oldest first, as they would be sent. */
    public static List<String> waiting(Path stateDirectory) {
        Path directory = stateDirectory.resolve(Spool.DIRECTORY);
        List<BatchName> batches = new ArrayList<>();
        for (String name : StateDirectory.names(directory)) {
            BatchName batch = BatchName.parse(name);
            if (batch != null && batch.whole()) {
                batches.add(batch);
            }
        }
        Collections.sort(batches);
        List<String> bodies = new ArrayList<>();
        for (BatchName batch : batches) {
            String body = body(directory.resolve(batch.toString()), batch);
            if (body != null) {
                bodies.add(body);
            }
        }
        return bodies;
    }

    /** What stands in a batch's file; null when it is not there any more: then it is in the audit log. */
    private static @Nullable String body(Path file, BatchName name) {
        try {
            byte[] content = StateDirectory.read(file, name.bytes());
            SpoolFile.Content batch = content == null ? null : SpoolFile.read(name, content);
            return batch == null ? null : new String(batch.batch.body(), StandardCharsets.UTF_8);
        } catch (IOException sentMeanwhile) {
            return null;
        }
    }

    /**
     * Empties the spool, because consent was withdrawn or changed; the events are counted.
     *
     * @throws IOException when the spool cannot be read; none of it is sent all the same, since the gate holds it
     */
    public static void withdraw(Path stateDirectory) throws IOException {
        StateDirectory state = new StateDirectory(stateDirectory);
        if (StateDirectory.names(state.resolve(Spool.DIRECTORY)).length == 0) {
            return;
        }
        Claimer self = Claimer.ofThisProcess();
        Ledger ledger = new Ledger(state);
        new SpoolScan(state.resolve(Spool.DIRECTORY), self).deleteAll(ledger);
        ledger.adopt(self);
        ledger.save(self);
        ledger.leave(self);
    }

    /**
     * Deletes what delivery has kept: spool, audit log and counts. The salt is the gate's to delete.
     *
     * @throws IOException when something of it cannot be deleted
     */
    public static void forget(Path stateDirectory) throws IOException {
        withdraw(stateDirectory);
        AuditLog.forget(stateDirectory);
        Ledger.forget(stateDirectory);
        if (!AuditLog.lines(stateDirectory).isEmpty()) {
            throw new IOException("the log of what was sent is still in " + stateDirectory);
        } else if (!waiting(stateDirectory).isEmpty()) {
            throw new IOException("what waited to be sent is still in " + stateDirectory);
        }
    }
}
