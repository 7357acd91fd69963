package dev.vitrine.compiled.comparison;

import dev.vitrine.catalog.diff.ChangeClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of changes on which a diff fails, as they are written in a configuration. */
public final class FailOn {
    private FailOn() {}

    /**
     * Reads a list of classes, separated by commas: {@code collects-more,collects-less,wording}; empty for none.
     *
     * @throws IllegalArgumentException if there is no such class; the message names them all
     */
    public static Set<ChangeClass> parse(String list) {
        Set<ChangeClass> classes = EnumSet.noneOf(ChangeClass.class);
        for (String name : list.split(",", -1)) {
            if (!name.isBlank()) {
                classes.add(changeClass(name.strip()));
            }
        }
        return classes;
    }

    private static ChangeClass changeClass(String name) {
        return Arrays.stream(ChangeClass.values())
                .filter(known -> known.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no class of changes '" + name + "', only "
                        + Arrays.stream(ChangeClass.values())
                                .map(ChangeClass::code)
                                .collect(Collectors.joining(", "))
                        + '.'));
    }
}
