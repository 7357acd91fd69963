package dev.vitrine.internal.asking;

import java.util.function.DoubleSupplier;

/**
 * Whether this installation belongs to the share that is asked. It is drawn once: who is drawn is asked, and so has the
 * marker of one who was asked; who is not has a marker that holds the share, which is the same for everyone. The number
 * that was drawn is not kept, since it would be an identifier.
 *
 * <p>Should a later release ask a larger share, those who were not drawn are drawn again, with the probability that makes
 * the two draws the same as one.
 */
final class AskShare {
    static final String NOT_DRAWN = "not-drawn";

    private final double share;
    private final Markers markers;
    private final DoubleSupplier random;

    /** Takes the share, from 0 to 1, and a source of numbers from 0, inclusive, to 1, exclusive. */
    AskShare(double share, Markers markers, DoubleSupplier random) {
        this.share = share;
        this.markers = markers;
        this.random = random;
    }

    /** Whether this installation is drawn. */
    boolean isDrawn() {
        String marker = markers.read(NOT_DRAWN);
        double before = marker == null ? 0 : share(marker);
        if (share <= before) {
            return false;
        }
        // Of those who were not drawn before, (share - before) of (1 - before) are drawn now.
        if (random.getAsDouble() * (1 - before) < share - before) {
            return true;
        }
        markers.replace(NOT_DRAWN, Double.toString(share) + '\n');
        return false;
    }

    /** A marker that nobody can read was put there for a no. */
    private static double share(String marker) {
        try {
            double share = Double.parseDouble(marker.strip());
            return share >= 0 && share < 1 ? share : 1;
        } catch (NumberFormatException damaged) {
            return 1;
        }
    }
}
