package dev.vitrine.internal.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers of events, which any thread may add to, and their form as text: a line {@code name=number} for each. */
@SuppressWarnings("EnumOrdinal") // only within one run: what is stored has the reason's name
final class Counts {
    private static final String RECORDED = "recorded";
    private static final String DELIVERED = "delivered";

    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final LossReason[] reasons = LossReason.values();
    /** By the ordinals of the reasons. */
    private final AtomicLong[] lost = new AtomicLong[reasons.length];

    // What is not to be written any more; for the one thread that writes.
    private long forgottenRecorded;
    private long forgottenDelivered;
    private final long[] forgottenLost = new long[reasons.length];

    Counts() {
        for (int i = 0; i < lost.length; i++) {
            lost[i] = new AtomicLong();
        }
    }

    void recorded(long events) {
        recorded.addAndGet(events);
    }

    void delivered(long events) {
        delivered.addAndGet(events);
    }

    void lost(LossReason reason, long events) {
        lost[reason.ordinal()].addAndGet(events);
    }

    /** Leaves what was counted so far out of {@link #text}. */
    void forget() {
        forgottenRecorded = recorded.get();
        forgottenDelivered = delivered.get();
        for (int i = 0; i < lost.length; i++) {
            forgottenLost[i] = lost[i].get();
        }
    }

    /** As above, but for so many that were recorded. */
    void forgetAllBut(int recordedOnes) {
        forget();
        forgottenRecorded -= recordedOnes;
    }

    Totals totals() {
        Map<LossReason, Long> present = new EnumMap<>(LossReason.class);
        for (LossReason reason : reasons) {
            long events = lost[reason.ordinal()].get();
            if (events != 0) {
                present.put(reason, events);
            }
        }
        return new Totals(recorded.get(), delivered.get(), present);
    }

    String text() {
        StringBuilder lines = new StringBuilder();
        line(lines, RECORDED, recorded.get() - forgottenRecorded);
        line(lines, DELIVERED, delivered.get() - forgottenDelivered);
        for (int i = 0; i < reasons.length; i++) {
            long events = lost[i].get() - forgottenLost[i];
            if (events != 0) {
                line(lines, reasons[i].key(), events);
            }
        }
        return lines.toString();
    }

    /** Adds what such a text says; lines that say nothing are passed over. */
    void add(String text) {
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                add(line.substring(0, equals), number(line.substring(equals + 1)));
            }
        }
    }

    private void add(String key, long events) {
        if (key.equals(RECORDED)) {
            recorded(events);
        } else if (key.equals(DELIVERED)) {
            delivered(events);
        } else {
            for (LossReason reason : reasons) {
                if (reason.key().equals(key)) {
                    lost(reason, events);
                }
            }
        }
    }

    private static void line(StringBuilder lines, String key, long count) {
        if (count != 0) {
            lines.append(key).append('=').append(count).append('\n');
        }
    }

    private static long number(String digits) {
        try {
            return Math.max(0, Long.parseLong(digits));
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }
}
