package dev.vitrine.collector.query;

import java.util.Comparator;

/** Orders versions by their numbers, so that 1.10 comes after 1.9; what is no number, as text. */
enum VersionOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String one, String other) {
        String[] left = one.split("[.+-]", -1);
        String[] right = other.split("[.+-]", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int parts = comparePart(left[i], right[i]);
            if (parts != 0) {
                return parts;
            }
        }
        int lengths = Integer.compare(left.length, right.length);
        return lengths != 0 ? lengths : one.compareTo(other);
    }

    private static int comparePart(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            return Integer.compare(Integer.parseInt(left), Integer.parseInt(right));
        } else if (isNumber(left) != isNumber(right)) {
            return isNumber(left) ? 1 : -1;
        }
        return left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return part.matches("[0-9]{1,9}");
    }
}
