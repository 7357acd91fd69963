package dev.vitrine.testing;

import dev.vitrine.ConsentStore;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what a {@link ConsentStore} does with what was expected of it, in words. */
final class StoreFinding {
    /** A decision is longer than anyone reads in a failure; this much is shown of it. */
    private static final int EXCERPT = 80;

    private StoreFinding() {}

    static void assertReads(@Nullable String expected, ConsentStore store, String when) throws IOException {
        assertSame(expected, store.read(), when);
    }

    static void assertSame(@Nullable String expected, @Nullable String found, String when) {
        if (!Objects.equals(expected, found)) {
            int difference = firstDifference(expected, found);
            throw failure(
                    "read() answers " + excerpt(expected, difference) + " " + when,
                    excerpt(found, difference)
                            + (difference > 0 ? ", which differs from character " + difference : ""));
        }
    }

    static void assertAnswers(boolean expected, boolean found, String call) {
        if (expected != found) {
            throw failure(call + " answers " + expected, String.valueOf(found));
        }
    }

    static AssertionError failure(String expected, String found) {
        return new AssertionError("Expected: " + expected + ".\nFound: " + found + ".");
    }

    /** A text as a failure shows it: on one line, and from before {@code position} when it is long. */
    static String excerpt(@Nullable String text, int position) {
        if (text == null) {
            return "null";
        }
        int begin = text.length() <= EXCERPT ? 0 : Math.max(0, position - EXCERPT / 2);
        int end = Math.min(text.length(), begin + EXCERPT);
        String shown = (begin > 0 ? "..." : "") + text.substring(begin, end) + (end < text.length() ? "..." : "");
        return shown.isEmpty()
                ? "an empty text"
                : shown.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    }

    /** The index of the first character that differs; 0 when one is null. */
    private static int firstDifference(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return 0;
        }
        int index = 0;
        while (index < Math.min(one.length(), other.length()) && one.charAt(index) == other.charAt(index)) {
            index++;
        }
        return index;
    }
}
