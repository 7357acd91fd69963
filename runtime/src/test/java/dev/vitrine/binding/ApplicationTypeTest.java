package dev.vitrine.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application says of itself is sent with each batch, so it is no free text either. */
class ApplicationTypeTest {
    private static final String DIGITS = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prompt: my /home/alice secret",
                "Pi",
                "1a",
                "-a",
                "a_b",
                "a b",
                "a\n",
                "\u00e4",
                "a234567890123456789012345678901234"
            })
    void aNameThatIsNoneIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> ApplicationType.named(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "pi", "a1-b", "z23456789012345678901234567890az"})
    void theNamesThatTheCompilerAllowsAreTaken(String name) {
        assertThat(ApplicationType.named(name).build().name()).isEqualTo(name);
    }

    @Test
    void aDigestThatIsNoneIsRefused() {
        ApplicationType.Builder pi = ApplicationType.named("pi");
        assertThat(pi.catalog(ApplicationTypeTest.class, "sha256:" + DIGITS)
                        .build()
                        .catalogDigest())
                .isEqualTo("sha256:" + DIGITS);
        for (String digest : new String[] {
            "",
            "prompt: secret",
            DIGITS,
            "sha256:" + DIGITS + "0",
            "sha256:" + DIGITS.replace('f', 'g'),
            "sha256:" + DIGITS.replace('a', 'A'),
            "sha512:" + DIGITS,
            "sha256:" + DIGITS.replace('1', '-')
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> pi.catalog(ApplicationTypeTest.class, digest));
        }
    }
}
