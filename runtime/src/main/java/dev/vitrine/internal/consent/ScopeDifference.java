package dev.vitrine.internal.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, String> before = byKey(agreed);
        List<Change> changes = new ArrayList<>();
        for (String atom : installed) {
            String values = before.get(key(atom));
            if (!values(atom).equals(values)) {
                changes.add(new Change(key(atom), values, values(atom), scope.covers(atom)));
            }
        }
        Set<String> left = new HashSet<>(byKey(installed).keySet());
        for (String atom : agreed) {
            if (left.add(key(atom))) {
                changes.add(new Change(key(atom), values(atom), null, true));
            }
        }
        return changes;
    }

    private static Map<String, String> byKey(List<String> atoms) {
        Map<String, String> byKey = new HashMap<>();
        for (String atom : atoms) {
            byKey.put(key(atom), values(atom));
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
