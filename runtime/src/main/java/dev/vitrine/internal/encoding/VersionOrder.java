package dev.vitrine.internal.encoding;

import java.util.List;
import java.util.Locale;

/**
 * Which of two released version numbers is the newer one.
 *
 * <p>Numbers count as numbers, and missing ones as 0. What comes before a release is older than the release itself, in
 * this order: {@code SNAPSHOT}, {@code dev}, {@code ea}, {@code alpha}, {@code beta}, {@code pre} and {@code preview},
 * {@code m}, {@code rc} and {@code CR}; {@code Final}, {@code GA} and {@code RELEASE} are the release. Then the number after
 * the word decides.
 */
public final class VersionOrder {
    private static final List<List<String>> RANKS = List.of(
            List.of("snapshot"),
            List.of("dev"),
            List.of("ea"),
            List.of("alpha"),
            List.of("beta"),
            List.of("pre", "preview"),
            List.of("m"),
            List.of("rc", "cr"),
            List.of("", "final", "ga", "release"));
    private static final int NUMBERS = 4;

    private VersionOrder() {}

    /**
     * Compares two texts that {@link VersionNumber#matches match}: negative when {@code one} is older than {@code other}, 0
     * when they are the same release.
     *
     * @throws IllegalArgumentException when one of them does not match
     */
    public static int compare(String one, String other) {
        long[] left = key(one);
        long[] right = key(other);
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i]) {
                return Long.compare(left[i], right[i]);
            }
        }
        return 0;
    }

    /** Four numbers, the rank of the word, and the number after it. */
    private static long[] key(String version) {
        if (!VersionNumber.matches(version)) {
            throw new IllegalArgumentException("no version number: " + version);
        }
        long[] key = new long[NUMBERS + 2];
        int position = 0;
        int count = 0;
        while (position < version.length() && isDigit(version.charAt(position))) {
            int end = endOfDigits(version, position);
            key[count++] = Long.parseLong(version.substring(position, end));
            boolean more = count < NUMBERS
                    && end + 1 < version.length()
                    && version.charAt(end) == '.'
                    && isDigit(version.charAt(end + 1));
            position = more ? end + 1 : end;
            if (!more) {
                break;
            }
        }
        String qualifier = position < version.length() ? version.substring(position + 1) : "";
        int digits = 0;
        while (digits < qualifier.length() && !isDigit(qualifier.charAt(digits))) {
            digits++;
        }
        key[NUMBERS] = rank(qualifier.substring(0, digits));
        key[NUMBERS + 1] = digits < qualifier.length() ? Long.parseLong(qualifier.substring(digits)) : 0;
        return key;
    }

    private static int rank(String word) {
        String name = word.replace(".", "").replace("-", "").toLowerCase(Locale.ROOT);
        for (int rank = 0; rank < RANKS.size(); rank++) {
            if (RANKS.get(rank).contains(name)) {
                return rank;
            }
        }
        return RANKS.size();
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
