package dev.vitrine.internal.consent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a consent covers, as atoms: {@code key}, {@code key=values}, or {@code key?=values} where the value may be absent.
 *
 * <p>A needed atom is covered by the same atom, and by one that allows more: a range around it, a list of values that
 * holds all of its values, a value that may be absent where it must be there, a longer retention, a longer list of names
 * known at run time. Everything else is something new.
 */
public final class Scope {
    private static final String AT_MOST = "at most ";
    private static final String RETENTION = ".retention";

    /** What is no list of values: a list that happens to hold this word is another kind of field. */
    private static final Set<String> OTHER_KINDS = Set.of("pseudonym", "release version");

    private final Set<String> atoms;

    /** Several, for two things can have one name: a field {@code question}, say, has that of its experiment's question. */
    private final Map<String, List<String>> valuesByKey = new HashMap<>();

    private final String retentionKey;

    /** Takes the stored atoms, and the name of the recipient, whose retention is a number of days. */
    public Scope(Collection<String> atoms, String recipient) {
        this.atoms = new HashSet<>(atoms);
        this.retentionKey = recipient + RETENTION;
        for (String atom : atoms) {
            int equals = atom.indexOf('=');
            if (equals >= 0) {
                String key = atom.substring(0, equals);
                List<String> values = valuesByKey.get(key);
                if (values == null) {
                    values = new ArrayList<>(1);
                    valuesByKey.put(key, values);
                }
                values.add(atom.substring(equals + 1));
            }
        }
    }

    /** Whether every one of these atoms is covered. */
    public boolean covers(List<String> needed) {
        for (String atom : needed) {
            if (!covers(atom)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this atom is covered. */
    public boolean covers(String needed) {
        int equals = needed.indexOf('=');
        if (atoms.contains(needed) || equals < 0) {
            return atoms.contains(needed);
        }
        String key = needed.substring(0, equals);
        String values = needed.substring(equals + 1);
        return anyAllows(key, values) || (!key.endsWith("?") && anyAllows(key + '?', values));
    }

    private boolean anyAllows(String key, String needed) {
        for (String stored : valuesByKey.getOrDefault(key, List.of())) {
            if (allows(key, stored, needed)) {
                return true;
            }
        }
        return false;
    }

    private boolean allows(String key, String stored, String needed) {
        if (stored.equals(needed)) {
            return true;
        } else if (key.equals(retentionKey)) {
            return number(needed) >= 0 && number(needed) <= number(stored);
        } else if (isRange(needed)) {
            return isRange(stored) && contains(stored, needed);
        } else if (needed.startsWith(AT_MOST)) {
            return stored.startsWith(AT_MOST) && limit(needed) >= 0 && limit(needed) <= limit(stored);
        } else if (key.endsWith(".question") || OTHER_KINDS.contains(needed) || isSet(needed) != isSet(stored)) {
            return false;
        }
        return values(stored).containsAll(values(needed));
    }

    /** Whether the field holds a set of the values between braces. */
    private static boolean isSet(String values) {
        return values.startsWith("{") && values.endsWith("}");
    }

    private static Set<String> values(String list) {
        String values = isSet(list) ? list.substring(1, list.length() - 1) : list;
        return new HashSet<>(Arrays.asList(values.split("\\|", -1)));
    }

    private static boolean isRange(String values) {
        return values.matches("-?[0-9]{1,19}\\.\\.-?[0-9]{1,19}");
    }

    private static boolean contains(String outer, String inner) {
        try {
            String[] outerBounds = outer.split("\\.\\.", 2);
            String[] innerBounds = inner.split("\\.\\.", 2);
            return Long.parseLong(outerBounds[0]) <= Long.parseLong(innerBounds[0])
                    && Long.parseLong(outerBounds[1]) >= Long.parseLong(innerBounds[1]);
        } catch (NumberFormatException noLong) {
            return false;
        }
    }

    /** The N of {@code at most N names known at run time}; -1 when there is none. */
    private static int limit(String values) {
        int end = values.indexOf(' ', AT_MOST.length());
        return end < 0 ? -1 : number(values.substring(AT_MOST.length(), end));
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
