package dev.vitrine.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of having asked. */
class MarkersTest {
    @TempDir
    private Path home;

    @Test
    void havingAskedIsRememberedOnAnInterruptedThread() {
        Markers markers = new Markers(home.resolve("state"));

        Thread.currentThread().interrupt();
        boolean made = markers.create("asked", "once") && markers.replace("asked", "twice");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(made).isTrue();
        assertThat(markers.read("asked")).isEqualTo("twice");
        assertThat(home.resolve("state")).isDirectoryContaining(file -> file.endsWith("asked"));
    }
}
