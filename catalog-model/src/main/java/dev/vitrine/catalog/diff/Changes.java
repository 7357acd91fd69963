package dev.vitrine.catalog.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects changes, and compares what both catalogs have in the ways that come up again and again. */
final class Changes {
    private final List<Change> changes = new ArrayList<>();

    void more(String place, String before, String after, String sentence) {
        changes.add(new Change(ChangeClass.COLLECTS_MORE, place, before, after, sentence));
    }

    void less(String place, String before, String after, String sentence) {
        changes.add(new Change(ChangeClass.COLLECTS_LESS, place, before, after, sentence));
    }

    /** A text whose every change is one of wording. */
    void wording(String place, String before, String after, String what) {
        if (!before.equals(after)) {
            changes.add(new Change(ChangeClass.WORDING, place, before, after, what + " changed."));
        }
    }

    /** A text whose every change collects more. */
    void promise(String place, String before, String after, String sentence) {
        if (!before.equals(after)) {
            more(place, before, after, sentence);
        }
    }

    /** Two lists of things with names: what is new, what is gone, what is in both, and whether the order changed. */
    <T> void named(
            String place,
            Lists<T> lists,
            Function<T, String> name,
            Consumer<T> added,
            Consumer<T> removed,
            BiConsumer<T, T> kept) {
        Map<String, T> before = index(lists.before(), name);
        Map<String, T> after = index(lists.after(), name);
        after.forEach((key, now) -> {
            T then = before.get(key);
            if (then == null) {
                added.accept(now);
            } else {
                kept.accept(then, now);
            }
        });
        before.forEach((key, then) -> {
            if (!after.containsKey(key)) {
                removed.accept(then);
            }
        });
        order(place, before, after);
    }

    /** All changes: what collects more first, then what collects less, then wording, each in the order of the catalog. */
    List<Change> inOrder() {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        Change::kind, () -> new EnumMap<>(ChangeClass.class), Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private void order(String place, Map<String, ?> before, Map<String, ?> after) {
        List<String> then = before.keySet().stream().filter(after::containsKey).toList();
        List<String> now = after.keySet().stream().filter(before::containsKey).toList();
        if (!then.equals(now)) {
            changes.add(new Change(
                    ChangeClass.WORDING, place, String.join(", ", then), String.join(", ", now), "The order changed."));
        }
    }

    private static <T> Map<String, T> index(List<T> list, Function<T, String> name) {
        Map<String, T> index = new LinkedHashMap<>();
        list.forEach(element -> index.put(name.apply(element), element));
        return index;
    }

    /**
     * The same list in both catalogs.
     *
     * @param before as it was
     * @param after as it is
     */
    record Lists<T>(List<T> before, List<T> after) {}
}
