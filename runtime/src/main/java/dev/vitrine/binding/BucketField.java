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
    private final byte[][] json;

    BucketField(String path, String name, boolean optional, ChronoUnit unit, double[] edges, List<String> labels) {
        super(path, name, optional);
        if (labels.size() != edges.length + 1) {
            throw new IllegalArgumentException(
                    edges.length + " edges make " + (edges.length + 1) + " buckets, not " + labels.size());
        }
        this.unit = unit;
        this.edges = edges.clone();
        this.labels = List.copyOf(labels);
        this.json = new byte[labels.size()][];
        for (int i = 0; i < json.length; i++) {
            json[i] = JsonText.quote(labels.get(i));
        }
    }

    @Override
    public String allowed() {
        return alternatives(labels);
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.append(this, json[0]);
    }

    /** The label of the interval that holds {@code value}, as JSON; {@link #ABSENT} for NaN. */
    byte[] bucket(double value) {
        if (Double.isNaN(value)) {
            return ABSENT;
        }
        int index = 0;
        while (index < edges.length && value >= edges[index]) {
            index++;
        }
        return json[index];
    }

    /** The label of the interval that holds {@code value}, as JSON. */
    byte[] bucket(Duration value) {
        Duration unitLength = unit.getDuration();
        double nanoseconds = value.getSeconds() * NANOSECONDS_PER_SECOND + value.getNano();
        return bucket(nanoseconds / (unitLength.getSeconds() * NANOSECONDS_PER_SECOND + unitLength.getNano()));
    }
}
