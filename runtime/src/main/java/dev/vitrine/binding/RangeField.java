package dev.vitrine.binding;

/** A field that holds a whole number within bounds. */
public final class RangeField extends PayloadField {
    private final long min;
    private final long max;

    RangeField(PayloadSchema schema, String name, boolean optional, long min, long max) {
        super(schema, name, optional);
        if (min > max) {
            throw new IllegalArgumentException("the range " + min + ".." + max + " is empty");
        }
        this.min = min;
        this.max = max;
    }

    @Override
    public String allowed() {
        return min + ".." + max;
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, min);
    }

    /** The nearest number that is within the bounds. */
    long clamp(long value) {
        return Math.max(min, Math.min(max, value));
    }
}
