package dev.vitrine.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.AnalyticsOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where settings and state are, on each platform. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are written as POSIX writes them")
class PlacesTest {
    @Test
    void linuxFollowsTheBaseDirectorySpecification() {
        assertThat(places(OperatingSystem.LINUX, Map.of("HOME", "/home/ada")))
                .isEqualTo(new Places(
                        Path.of("/home/ada/.config/pi/settings.json"),
                        Path.of("/home/ada/.local/state/pi/analytics"),
                        Path.of("/etc/pi/analytics-off")));
        assertThat(places(
                        OperatingSystem.LINUX,
                        Map.of("HOME", "/home/ada", "XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s")))
                .isEqualTo(new Places(
                        Path.of("/c/pi/settings.json"), Path.of("/s/pi/analytics"), Path.of("/etc/pi/analytics-off")));
    }

    @Test
    void macKeepsBothInApplicationSupport() {
        assertThat(places(OperatingSystem.MACOS, Map.of("HOME", "/Users/ada", "XDG_CONFIG_HOME", "/c")))
                .isEqualTo(new Places(
                        Path.of("/Users/ada/Library/Application Support/pi/settings.json"),
                        Path.of("/Users/ada/Library/Application Support/pi/analytics"),
                        Path.of("/Library/Application Support/pi/analytics-off")));
    }

    @Test
    void windowsKeepsThemInTheProfile() {
        assertThat(places(
                        OperatingSystem.WINDOWS,
                        Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local", "PROGRAMDATA", "/all")))
                .isEqualTo(new Places(
                        Path.of("/roaming/pi/settings.json"),
                        Path.of("/local/pi/analytics"),
                        Path.of("/all/pi/analytics-off")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "config", "./.config", "../home", "~/.config", "\u0000"})
    void failure5ARelativePathInTheEnvironmentIsNoPlaceSoAProjectsFilesAreNoSettings(String path) {
        assertThat(places(OperatingSystem.LINUX, Map.of("HOME", path, "XDG_CONFIG_HOME", path)))
                .isEqualTo(new Places(null, null, Path.of("/etc/pi/analytics-off")));
        assertThat(places(OperatingSystem.LINUX, Map.of("HOME", "/home/ada", "XDG_CONFIG_HOME", path)))
                .extracting(Places::settingsFile)
                .isEqualTo(Path.of("/home/ada/.config/pi/settings.json"));
    }

    @Test
    void withoutAHomeThereIsNoPlaceAtAll() {
        for (OperatingSystem system : OperatingSystem.values()) {
            assertThat(places(system, Map.of()).settingsFile())
                    .as(system.name())
                    .isNull();
            assertThat(places(system, Map.of()).stateDirectory())
                    .as(system.name())
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, linux",
        "Mac OS X, macos",
        "Darwin, macos",
        "Windows 11, windows",
        "FreeBSD, other",
        "SunOS, other",
        "'', other"
    })
    void theOperatingSystemHasOneOfFourNames(String name, String wireName) {
        assertThat(OperatingSystem.named(name).wireName()).isEqualTo(wireName);
    }

    private static Places places(OperatingSystem system, Map<String, String> environment) {
        return Places.of(
                "pi", AnalyticsOptions.builder().environment(environment).build(), system);
    }
}
