package dev.vitrine.binding;

import dev.vitrine.internal.encoding.JsonText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A field that holds the name of the interval that a number or a duration falls into. */
public final class BucketField extends PayloadField {
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final ChronoUnit unit;
    private final double[] edges;
    private final List<String> labels;
    private final byte[][] members;

    BucketField(
            PayloadSchema schema, String name, boolean optional, ChronoUnit unit, double[] edges, List<String> labels) {
        super(schema, name, optional);
        if (labels.size() != edges.length + 1) {
            throw new IllegalArgumentException(
                    edges.length + " edges make " + (edges.length + 1) + " buckets, not " + labels.size());
        }
        this.unit = unit;
        this.edges = edges.clone();
        this.labels = List.copyOf(labels);
        this.members = new byte[labels.size()][];
        for (int i = 0; i < members.length; i++) {
            members[i] = member(JsonText.quote(labels.get(i)));
        }
    }

    @Override
    public String allowed() {
        return alternatives(labels);
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.append(schema(), members[0]);
    }

    /** The member with the interval that holds {@code value}; {@link #ABSENT} for NaN. */
    byte[] member(double value) {
        if (Double.isNaN(value)) {
            return ABSENT;
        }
        int index = 0;
        while (index < edges.length && value >= edges[index]) {
            index++;
        }
        return members[index];
    }

    /** The member with the interval that holds {@code value}. */
    byte[] member(Duration value) {
        Duration unitLength = unit.getDuration();
        double nanoseconds = value.getSeconds() * NANOSECONDS_PER_SECOND + value.getNano();
        return member(nanoseconds / (unitLength.getSeconds() * NANOSECONDS_PER_SECOND + unitLength.getNano()));
    }
}
