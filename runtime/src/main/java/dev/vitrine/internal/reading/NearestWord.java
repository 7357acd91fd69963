package dev.vitrine.internal.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The word that was probably meant: the nearest one by Damerau and Levenshtein's distance, if it is near at all. */
public final class NearestWord {
    private NearestWord() {}

    /**
     * The first of the nearest words; null when more than half of the letters of each differ: then a guess would
     * only be one.
     */
    public static @Nullable String of(String typed, List<String> words) {
        String nearest = null;
        int best = Integer.MAX_VALUE;
        for (String word : words) {
            int[] distances = distances(typed, word);
            int distance = distances[word.length()];
            for (int beginning : distances) {
                // A word that was begun, and not ended, counts with what was typed of it.
                if (beginning * 4 <= typed.length() && typed.length() > 1) {
                    distance = Math.min(distance, beginning);
                }
            }
            if (distance < best && distance * 2 <= Math.max(typed.length(), word.length())) {
                best = distance;
                nearest = word;
            }
        }
        return nearest;
    }

    /** How many letters to add, leave out, replace or swap with their neighbour, for each beginning of the other word. */
    private static int[] distances(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                table[i][j] = i == 0 ? j : j == 0 ? i : step(table, from, to, i, j);
            }
        }
        return table[from.length()];
    }

    private static int step(int[][] table, String from, String to, int i, int j) {
        int replaced = table[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
