package dev.vitrine.internal.encoding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a released version number: one to four numbers, then perhaps one word of a closed list and a number.
 *
 * <p>A free suffix would be free text ({@code 1.0-for-acme}), so the words are listed. Matched by hand: the regular
 * expressions of the JDK cost a command-line tool some milliseconds at its start.
 */
public final class VersionNumber {
    /** The same rule as a regular expression (ECMA 262), for JSON Schemas; used together with {@link #MAX_LENGTH}. */
    public static final String PATTERN = "^[0-9]{1,6}(\\.[0-9]{1,6}){0,3}"
            + "([-.](alpha|beta|dev|ea|pre|preview|rc|m|M|Alpha|Beta|CR|Final|GA|RC|RELEASE|SNAPSHOT)([.-]?[0-9]{1,6})?)?$";

    /** The most characters that a version number has. */
    public static final int MAX_LENGTH = 32;

    private static final List<String> WORDS = List.of(
            "alpha",
            "beta",
            "dev",
            "ea",
            "pre",
            "preview",
            "rc",
            "m",
            "M",
            "Alpha",
            "Beta",
            "CR",
            "Final",
            "GA",
            "RC",
            "RELEASE",
            "SNAPSHOT");

    private VersionNumber() {}

    /** Whether {@code text} is a released version number; null is none. */
    public static boolean matches(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        int position = digits(text, 0);
        if (position == 0) {
            return false;
        }
        for (int numbers = 1; numbers < 4 && position < text.length() && text.charAt(position) == '.'; numbers++) {
            int end = digits(text, position + 1);
            if (end == position + 1) {
                break;
            }
            position = end;
        }
        return position == text.length() || isQualifier(text, position);
    }

    private static boolean isQualifier(String text, int separator) {
        if (text.charAt(separator) != '-' && text.charAt(separator) != '.') {
            return false;
        }
        int start = separator + 1;
        int end = start;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        if (!WORDS.contains(text.substring(start, end))) {
            return false;
        }
        if (end == text.length()) {
            return true;
        }
        int number = text.charAt(end) == '.' || text.charAt(end) == '-' ? end + 1 : end;
        return number < text.length() && digits(text, number) == text.length();
    }

    /** The end of the run of one to six digits that begins at {@code start}; {@code start} when there is none. */
    private static int digits(String text, int start) {
        int end = start;
        while (end < text.length() && end < start + 6 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
