package dev.vitrine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.internal.consent.EnvironmentRules.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Failure 7: every variable has the same grammar, and it is the one that people expect. */
class EnvironmentRulesTest {
    private static final List<String> JUNK = List.of(
            "2", "-1", "enabled", "disabled", "maybe", "null", "yes please", "tru", "on,off", "\u0000", "'1'", "否");

    static Stream<String> flags() {
        return Stream.concat(
                Stream.of(EnvironmentRules.DO_NOT_TRACK, "PI_NO_UPDATE_CHECK"),
                EnvironmentRules.CONTINUOUS_INTEGRATION.stream());
    }

    @ParameterizedTest
    @MethodSource("flags")
    void failure7AFlagIsSetByAnythingButNothingZeroAndFalse(String variable) {
        assertThat(rules(Map.of()).isSet(variable)).as("unset").isFalse();
        for (String no : inAnyCase("", "0", "false")) {
            assertThat(rules(Map.of(variable, no)).isSet(variable))
                    .as("'" + no + "'")
                    .isFalse();
        }
        for (String yes : inAnyCase("1", "true", "yes", "no", "on", "off", " ", "\t")) {
            assertThat(rules(Map.of(variable, yes)).isSet(variable))
                    .as("'" + yes + "'")
                    .isTrue();
        }
        for (String junk : JUNK) {
            assertThat(rules(Map.of(variable, junk)).isSet(variable))
                    .as("'" + junk + "'")
                    .isTrue();
        }
    }

    @Test
    void failure7TheApplicationsOwnVariableKnowsEveryUsualWordInAnyCase() {
        assertThat(rules(Map.of()).own()).as("unset").isEqualTo(null);
        assertOwn(null, "", " ", "\t ");
        assertOwn(Word.OFF, "0", "false", "no", "off", " off ");
        assertOwn(Word.ANONYMOUS, "1", "true", "yes", "on", "anonymous", " on\n");
        assertOwn(Word.IDENTIFIED, "identified");
        for (String junk : JUNK) {
            assertThat(rules(Map.of("PI_ANALYTICS", junk)).own())
                    .as("'" + junk + "'")
                    .isEqualTo(Word.UNKNOWN);
        }
    }

    @Test
    void wordsAreReadTheSameInALocaleWithOtherRulesForCase() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(rules(Map.of("PI_ANALYTICS", "IDENTIFIED")).own()).isEqualTo(Word.IDENTIFIED);
            assertThat(EnvironmentRules.prefix("pi")).isEqualTo("PI");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void atLeastADozenProvidersOfContinuousIntegrationAreKnown() {
        assertThat(EnvironmentRules.CONTINUOUS_INTEGRATION)
                .hasSizeGreaterThan(12)
                .doesNotHaveDuplicates();
        for (String variable : EnvironmentRules.CONTINUOUS_INTEGRATION) {
            assertThat(rules(Map.of(variable, "1")).continuousIntegration()).isEqualTo(variable);
        }
        assertThat(rules(Map.of("CI", "false", "HOME", "/home/ci")).continuousIntegration())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"pi, PI_ANALYTICS", "my-app, MY_APP_ANALYTICS", "a.b2, A_B2_ANALYTICS", "x--y, X__Y_ANALYTICS"})
    void theVariablesNameIsTheApplicationsInUpperCaseWithUnderscores(String application, String variable) {
        assertThat(new EnvironmentRules(Map.of(), application).variable()).isEqualTo(variable);
    }

    private static void assertOwn(Word expected, String... values) {
        for (String value : inAnyCase(values)) {
            assertThat(rules(Map.of("PI_ANALYTICS", value)).own())
                    .as("'" + value + "'")
                    .isEqualTo(expected);
        }
    }

    private static List<String> inAnyCase(String... values) {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            all.add(value);
            all.add(value.toUpperCase(Locale.ROOT));
            all.add(value.isEmpty() ? value : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1));
        }
        return all;
    }

    private static EnvironmentRules rules(Map<String, String> environment) {
        return new EnvironmentRules(environment, "pi");
    }
}
