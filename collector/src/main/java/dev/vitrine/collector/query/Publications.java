package dev.vitrine.collector.query;

import java.io.IOException;
import java.util.List;

/** What publication asks of a store. What waits for one experiment and week is a round; one is released as a portion. */
public interface Publications {

    /**
     * A round that waits.
     *
     * @param experiment the experiment's id
     * @param week the week of the events
     * @param number the number of the round
     * @param ended whether it was taken for being released, and that was not completed
     * @param reporters how many reporters: different tracking ids, and batches of anonymous events
     */
    record Waiting(String experiment, Week week, int number, boolean ended, long reporters) {}

    /** The rounds that wait. */
    List<Waiting> waiting() throws IOException;

    /** Ends a round, so that what comes later joins the next one, and hands over what is in it. */
    List<Contribution> take(Waiting round) throws IOException;

    /** Keeps what was released of a round. When nothing was, because too few were left, what is in it joins the next round. */
    void release(Waiting round, Portion portion) throws IOException;

    /** A number that grows whenever something comes in or goes: while it stays, so does everything else. */
    long version() throws IOException;

    /** All that was released, and is not too old. */
    List<Portion> portions() throws IOException;
}
