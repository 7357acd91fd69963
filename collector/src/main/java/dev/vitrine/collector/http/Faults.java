package dev.vitrine.collector.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator of faults in our own code: of which class, and where. Never what they say, for that could quote a
 * request; which is why the server's own words about them are not logged.
 */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int FRAMES = 8;

    private Faults() {}

    /** Logs a fault, and what caused it. */
    public static void report(Throwable fault) {
        LOG.error("a request met a fault in the collector, please report it: {}", described(fault));
        Throwable cause = fault.getCause();
        if (cause != null) {
            LOG.error("which was caused by {}", described(cause));
        }
    }

    private static String described(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getLineNumber())
                .collect(Collectors.joining(", from ", fault.getClass().getName() + " at ", ""));
    }
}
