package dev.vitrine.catalog;

import java.util.List;
import java.util.Locale;

/**
 * What a user can choose, and how.
 *
 * @param modes what can be granted, in lower case: {@code anonymous}, {@code identified}
 * @param environmentVariable the application's own variable, {@code <APP>_ANALYTICS}
 */
public record ConsentRules(List<String> modes, String environmentVariable) {
    /** Copies the modes. */
    public ConsentRules {
        modes = List.copyOf(modes);
    }

    /** The rules of an application of this name, with the variable that the runtime reads. */
    public static ConsentRules of(String application, List<String> modes) {
        return new ConsentRules(modes, variablePrefix(application) + "_ANALYTICS");
    }

    /** The variable that stops the update check of an application of this name, {@code <APP>_NO_UPDATE_CHECK}. */
    public static String updateCheckVariable(String application) {
        return variablePrefix(application) + "_NO_UPDATE_CHECK";
    }

    /** The name in upper case, with an underscore for whatever is no letter or digit of ASCII. */
    private static String variablePrefix(String application) {
        return application.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /**
     * What decides whether anything is recorded for an application of this name: sentences, of which the first that
     * applies holds. What is typed stands between grave accents.
     */
    public List<String> order(String application) {
        return List.of(
                "The administrator's file (`/etc/%1$s/analytics-off` on Linux, `/Library/Application Support/%1$s/analytics-off` on macOS, `%%PROGRAMDATA%%\\%1$s\\analytics-off` on Windows) exists, or the user disabled analytics for ever: off."
                        .formatted(application),
                "`DO_NOT_TRACK` is set to anything but empty, `0` or `false`: off.",
                "This run was started with analytics off, or `%s` is `0`, `false`, `no`, `off` or an unknown word: off."
                        .formatted(environmentVariable),
                "The run is in continuous integration, and was not told to ask: off.",
                "The user has decided: off stays off, and a yes holds for what it covered. What collects more waits for a new yes.",
                "The user has not decided, and `%s` is `1`, `true`, `yes`, `on`, `anonymous` or `identified`: anonymous, for this run."
                        .formatted(environmentVariable),
                "Otherwise: off.");
    }
}
