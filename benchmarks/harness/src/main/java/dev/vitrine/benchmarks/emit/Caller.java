package dev.vitrine.benchmarks.emit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A thread that records, and what it has allocated: JMH's profiler counts all threads together. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Caller {
    /** Bytes that the calling thread has allocated in its bursts. */
    public long bytes;

    /** Events that it has recorded. */
    public long events;

    private final ThreadMXBean threadsBean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private Target target;
    private long before;
    private int inBurst;

    /** Waits for an empty queue, for the time, and for the other threads. */
    @Setup(Level.Invocation)
    public void begin(Target shared) {
        target = shared;
        inBurst = 0;
        shared.awaitDrained();
        shared.awaitPace();
        shared.awaitOthers();
        before = threadsBean.getCurrentThreadAllocatedBytes();
    }

    /** Counts. */
    @TearDown(Level.Invocation)
    public void end() {
        bytes += threadsBean.getCurrentThreadAllocatedBytes() - before;
        events += inBurst;
        target.recorded(inBurst);
    }

    /** So many events are recorded in this burst. */
    void burstOf(int count) {
        inBurst = count;
    }
}
