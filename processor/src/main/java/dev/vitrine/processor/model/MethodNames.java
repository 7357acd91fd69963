package dev.vitrine.processor.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of the facade's methods. */
public final class MethodNames {
    /** One capital, or an acronym up to the capital of the next word. */
    private static final Pattern FIRST_WORD = Pattern.compile("^\\p{Lu}+(?=\\p{Lu}\\p{Ll}|[^\\p{L}]|$)|^\\p{Lu}");

    private MethodNames() {}

    /** The method for an experiment: {@code EditTool} and {@code HTTPStatus} become {@code editTool}, {@code httpStatus}. */
    public static String of(ExperimentModel experiment) {
        return FIRST_WORD
                .matcher(experiment.record().name().simpleName())
                .replaceFirst(word -> word.group().toLowerCase(Locale.ROOT));
    }
}
