package dev.vitrine.internal.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionNumberTest {
    private static final Pattern PATTERN = Pattern.compile(VersionNumber.PATTERN);
    private static final List<String> PIECES = List.of(
            "0",
            "1",
            "12",
            "123456",
            "1234567",
            ".",
            "-",
            "+",
            "_",
            " ",
            "rc",
            "RC",
            "alpha",
            "beta",
            "SNAPSHOT",
            "m",
            "M",
            "Final",
            "pre",
            "preview",
            "dev",
            "ea",
            "v",
            "acme",
            "\n",
            "\u0661",
            "");

    /** The rule by hand and the rule of the schema are the same rule. */
    @Test
    void agrees_with_its_pattern_on_every_input() {
        Random random = new Random(1);
        int matching = 0;
        for (int i = 0; i < 300_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(9); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String version = text.toString();
            // "$" of Java's patterns also matches before a last line feed; that of ECMA 262 does not.
            boolean expected = version.length() <= VersionNumber.MAX_LENGTH
                    && !version.endsWith("\n")
                    && PATTERN.matcher(version).find();
            assertThat(VersionNumber.matches(version)).as("<%s>", version).isEqualTo(expected);
            matching += expected ? 1 : 0;
        }
        assertThat(matching).as("the inputs are no trivial ones").isGreaterThan(5_000);
    }

    @Test
    void null_is_no_version() {
        assertThat(VersionNumber.matches(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.62.0, 0.63.0",
        "0.9.9, 0.62.0",
        "1.0, 1.0.1",
        "1.0.0-rc.1, 1.0.0",
        "1.0.0-rc.1, 1.0.0-rc.2",
        "1.0.0-rc9, 1.0.0-rc10",
        "1.0-alpha.2, 1.0-beta.1",
        "1.0-SNAPSHOT, 1.0-alpha",
        "2.0-M3, 2.0.RC1",
        "1.0.Final, 1.0.1.SNAPSHOT",
        "999999.0, 999999.0.0.1"
    })
    void orders_releases(String older, String newer) {
        assertThat(VersionOrder.compare(older, newer)).isNegative();
        assertThat(VersionOrder.compare(newer, older)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0.0", "1.0.0.Final, 1.0.0", "1.0-GA, 1.0.RELEASE", "1.0-rc-1, 1.0.RC.1"})
    void knows_the_same_release_by_two_names(String one, String other) {
        assertThat(VersionOrder.compare(one, other)).isZero();
    }

    @Test
    void orders_all_versions_consistently() {
        Random random = new Random(2);
        String[] versions = new String[3];
        for (int i = 0; i < 20_000; i++) {
            for (int v = 0; v < 3; v++) {
                versions[v] = random.nextInt(3) + "." + random.nextInt(3)
                        + List.of("", "-rc." + random.nextInt(2), ".Final", "-SNAPSHOT", "-m1")
                                .get(random.nextInt(5));
            }
            int first = VersionOrder.compare(versions[0], versions[1]);
            int second = VersionOrder.compare(versions[1], versions[2]);
            assertThat(VersionOrder.compare(versions[1], versions[0])).isEqualTo(-first);
            if (first <= 0 && second <= 0) {
                assertThat(VersionOrder.compare(versions[0], versions[2])).isNotPositive();
            }
        }
    }

    @Test
    void refuses_to_order_what_is_no_version() {
        assertThatThrownBy(() -> VersionOrder.compare("1.0-for-acme", "1.0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
