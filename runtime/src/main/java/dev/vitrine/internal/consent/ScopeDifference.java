package dev.vitrine.internal.consent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between what the user agreed to and what is installed. */
public final class ScopeDifference {
    private ScopeDifference() {}

    /**
     * One difference.
     *
     * @param key what differs: {@code pi.example.retention}, {@code edit-tool-outcome.attempts}
     * @param before the values that were agreed to; null when there was no such thing
     * @param now the values now; null when there is no such thing any more
     * @param covered whether what is now is covered by what was agreed to, so that nobody need be asked
     */
    public record Change(
            String key, @Nullable String before, @Nullable String now, boolean covered) {}

    /** The differences: first what is there now, in the catalog's order, then what is gone. */
    public static List<Change> between(List<String> agreed, List<String> installed, Scope scope) {
        List<Change> changes = new ArrayList<>();
        // What is the same on both sides is no difference; of the rest, what has one key is compared in its order,
        // since
        // two things can have one key: the question of an experiment comes before its field of that name.
        Map<String, Deque<String>> before = byKey(without(agreed, installed));
        for (String atom : without(installed, agreed)) {
            Deque<String> same = before.get(key(atom));
            String values = same == null ? null : same.poll();
            if (!values(atom).equals(values)) {
                changes.add(new Change(key(atom), values, values(atom), scope.covers(atom)));
            }
        }
        before.forEach((key, left) -> left.forEach(values -> changes.add(new Change(key, values, null, true))));
        return changes;
    }

    private static List<String> without(List<String> atoms, List<String> others) {
        List<String> without = new ArrayList<>(atoms);
        without.removeAll(new HashSet<>(others));
        return without;
    }

    private static Map<String, Deque<String>> byKey(List<String> atoms) {
        Map<String, Deque<String>> byKey = new LinkedHashMap<>();
        for (String atom : atoms) {
            byKey.computeIfAbsent(key(atom), key -> new ArrayDeque<>()).add(values(atom));
        }
        return byKey;
    }

    /** What an atom is about; whether the value may be absent belongs to the values. */
    private static String key(String atom) {
        int equals = atom.indexOf('=');
        String key = equals < 0 ? atom : atom.substring(0, equals);
        return key.endsWith("?") ? key.substring(0, key.length() - 1) : key;
    }

    private static String values(String atom) {
        int equals = atom.indexOf('=');
        if (equals < 0) {
            return "";
        }
        String values = atom.substring(equals + 1);
        return atom.charAt(equals - 1) == '?' ? values + "|absent" : values;
    }
}
