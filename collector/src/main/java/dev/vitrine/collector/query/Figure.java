package dev.vitrine.collector.query;

/**
 * A number that may be shown: at least k reporters stand behind it, or behind each of the numbers that it is the sum of.
 *
 * <p>Only this package makes figures, and only from a crowd that is large enough. What takes nothing but figures cannot
 * show anything else, in whatever format.
 */
public final class Figure implements Comparable<Figure> {
    /** Nothing at all. */
    public static final Figure NONE = new Figure(0);

    private final long value;

    private Figure(long value) {
        this.value = value;
    }

    /**
     * Makes a figure.
     *
     * @throws IllegalStateException when too few stand behind it: a mistake in this package, which must not be shown
     */
    static Figure of(long value, Crowd behind, int threshold) {
        if (behind.size() < threshold) {
            throw new IllegalStateException("a number was about to be shown that too few reporters stand behind");
        }
        return new Figure(value);
    }

    /** The number. */
    public long value() {
        return value;
    }

    /** Whether there is nothing. */
    public boolean isNone() {
        return value == 0;
    }

    /** The sum of two figures is a figure. */
    public Figure plus(Figure other) {
        return new Figure(Math.addExact(value, other.value));
    }

    /** This figure's part of a whole, from 0 to 1; 0 when there is no whole. */
    public double shareOf(Figure whole) {
        return whole.isNone() ? 0 : (double) value / whole.value;
    }

    @Override
    public int compareTo(Figure other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figure figure && figure.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
