package dev.vitrine.collector.catalogs;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The order of names in which runs of digits count as numbers: {@code 0.9.json} comes before {@code 0.10.json}. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern PARTS = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String one, String other) {
        List<String> parts = parts(one);
        List<String> others = parts(other);
        for (int i = 0; i < Math.min(parts.size(), others.size()); i++) {
            int order = comparePart(parts.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        int lengths = Integer.compare(parts.size(), others.size());
        return lengths != 0 ? lengths : one.compareTo(other);
    }

    private static List<String> parts(String name) {
        return PARTS.matcher(name).results().map(MatchResult::group).toList();
    }

    private static int comparePart(String part, String other) {
        boolean numbers = Character.isDigit(part.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(part).compareTo(new BigInteger(other)) : part.compareTo(other);
    }
}
