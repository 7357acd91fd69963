package dev.vitrine.internal.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What delivery keeps in a state directory, read and cleared without a delivery: for the user's commands. Starts no
 * thread and uses no network.
 */
public final class DeliveryState {
    private DeliveryState() {}

    /**
     * How things stand.
     *
     * @param totals what became of the events of all runs
     * @param waitingBatches how many batches wait in the spool
     * @param waitingEvents how many events are in them
     */
    public record Report(Totals totals, int waitingBatches, long waitingEvents) {}

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

    /** What was sent, as far back as it is kept: one request body a line, the oldest first. */
    public static List<String> sent(Path stateDirectory) {
        return AuditLog.lines(stateDirectory);
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
     * @throws IOException when the spool cannot be read
     */
    public static void forget(Path stateDirectory) throws IOException {
        withdraw(stateDirectory);
        AuditLog.forget(stateDirectory);
        Ledger.forget(stateDirectory);
    }
}
