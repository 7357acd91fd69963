package dev.vitrine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.internal.consent.CatalogEdit.MemoryStore;
import dev.vitrine.internal.platform.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The administrator's off switch, also where this user cannot see it well. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links as POSIX has them")
class AdministratorFileTest {
    @TempDir
    private Path machine;

    private Path file;

    @BeforeEach
    void name() {
        file = machine.resolve("pi/analytics-off");
    }

    @Test
    void withoutTheFileOrItsFolderNothingIsSwitchedOff() throws IOException {
        assertThat(gate().decision().isOn()).isTrue();
        Files.createFile(file.getParent());
        assertThat(gate().decision().isOn())
                .as("a file where the folder would be")
                .isTrue();
    }

    @Test
    void aLinkThatLeadsNowhereSwitchesOff() throws IOException {
        Files.createDirectory(file.getParent());
        Files.createSymbolicLink(file, machine.resolve("nowhere"));
        assertOff(file + " exists");
    }

    @Test
    void whereThisUserCannotLookThereMayBeOneSoItIsOff() throws IOException {
        // As a folder that may not be searched; root may search any.
        Files.createSymbolicLink(file.getParent(), file.getParent());
        assertOff(file + " may exist");
    }

    private void assertOff(String why) {
        Gate gate = gate();
        assertThat(gate.decision().isOn()).isFalse();
        assertThat(gate.decision().reason()).contains(why);
        assertThat(gate.againstSideRequests()).contains(why);
    }

    private Gate gate() {
        MemoryStore store = new MemoryStore();
        store.replace(null, "true");
        return new Gate(
                new CatalogEdit().application(),
                AnalyticsOptions.builder()
                        .environment(Map.of())
                        .consentStore(store)
                        .build(),
                new Surroundings(new Places(null, machine.resolve("state"), file), () -> false, () -> 20_000));
    }
}
