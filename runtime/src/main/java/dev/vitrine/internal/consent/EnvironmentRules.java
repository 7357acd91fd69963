package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What environment variables say: one grammar for every flag, and one for the application's own variable. Words are
 * compared without regard to case, and without the white space around them.
 */
final class EnvironmentRules {
    /** Set by a person who does not want to be measured, in any program. */
    static final String DO_NOT_TRACK = "DO_NOT_TRACK";

    /** Set by systems that build and test without anyone watching; {@code CI} by nearly all of them. */
    static final List<String> CONTINUOUS_INTEGRATION = List.of(
            "CI",
            "CONTINUOUS_INTEGRATION",
            "BUILD_NUMBER",
            "APPVEYOR",
            "BITBUCKET_BUILD_NUMBER",
            "BUILDKITE",
            "CIRCLECI",
            "CIRRUS_CI",
            "CODEBUILD_BUILD_ID",
            "DRONE",
            "GITHUB_ACTIONS",
            "GITLAB_CI",
            "HEROKU_TEST_RUN_ID",
            "JENKINS_URL",
            "SEMAPHORE",
            "TEAMCITY_VERSION",
            "TF_BUILD",
            "TRAVIS",
            "WOODPECKER",
            "bamboo.buildKey",
            "bamboo_buildKey");

    private final Map<String, String> environment;
    private final String prefix;

    /** What the application's own variable can say. */
    enum Word {
        /** No. */
        OFF,
        /** Yes, without an identifier. */
        ANONYMOUS,
        /** Yes, with the tracking id, if one was agreed to. */
        IDENTIFIED,
        /** No word that is known, which counts as no. */
        UNKNOWN;

        /** What this run may do where nothing is stored: an identifier needs a stored grant. */
        @Nullable
        ConsentMode withoutDecision() {
            return this == ANONYMOUS || this == IDENTIFIED ? ConsentMode.ANONYMOUS : null;
        }
    }

    /** Takes the variables, and the application's name. */
    EnvironmentRules(Map<String, String> environment, String application) {
        this.environment = environment;
        this.prefix = prefix(application);
    }

    /** {@code <APP>}: the name in upper case, every character that is no letter or digit replaced by {@code _}. */
    static String prefix(String application) {
        StringBuilder prefix = new StringBuilder(application.toUpperCase(Locale.ROOT));
        for (int i = 0; i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                prefix.setCharAt(i, '_');
            }
        }
        return prefix.toString();
    }

    /** The name of the application's own variable. */
    String variable() {
        return prefix + "_ANALYTICS";
    }

    /** The name of the variable that stops the update check. */
    String noUpdateCheckVariable() {
        return prefix + "_NO_UPDATE_CHECK";
    }

    /** Whether a flag is set: to anything but nothing, {@code 0} and {@code false}. In doubt, it is. */
    boolean isSet(String variable) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            return false;
        }
        String word = word(value);
        return !word.equals("0") && !word.equals("false");
    }

    /** The first variable that is set of those by which continuous integration shows; null when none is. */
    @Nullable
    String continuousIntegration() {
        for (String variable : CONTINUOUS_INTEGRATION) {
            if (isSet(variable)) {
                return variable;
            }
        }
        return null;
    }

    /** What the application's own variable says; null when it is not set, or to nothing but white space. */
    @Nullable
    Word own() {
        String value = environment.get(variable());
        return switch (value == null ? "" : word(value)) {
            case "" -> null;
            case "0", "false", "no", "off" -> Word.OFF;
            case "1", "true", "yes", "on", "anonymous" -> Word.ANONYMOUS;
            case "identified" -> Word.IDENTIFIED;
            default -> Word.UNKNOWN;
        };
    }

    private static String word(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
