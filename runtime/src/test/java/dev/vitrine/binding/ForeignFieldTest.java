package dev.vitrine.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.fixture.ShellStarted;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A description made by hand gets nothing into an event that is not in the catalog: no field, no name, no text. */
class ForeignFieldTest {
    private static final String PROMPT = "please fix the bug in /home/alice/x.c, password hunter2";

    private record Anything() {}

    /** Two numbers, a nested record, and a way to write them that a test chooses. */
    private static final class Type extends ExperimentType<Anything> {
        private final RangeField number = payload.range("n", 0, 9);
        private final RecordField nested = payload.record("inner");
        private final RangeField inside = nested.payload().range("m", 0, 9);
        private final BiConsumer<Type, PayloadWriter> writing;

        Type(BiConsumer<Type, PayloadWriter> writing) {
            super("type", "type", "?", 1);
            this.writing = writing;
        }

        @Override
        protected void write(Anything event, PayloadWriter out) {
            writing.accept(this, out);
        }
    }

    /** The payload, or null when it is invalid. */
    private static String encode(BiConsumer<Type, PayloadWriter> writing) {
        Utf8Buffer buffer = new Utf8Buffer(16);
        buffer.append('#');
        boolean valid = new Type(writing).encode(new Anything(), new PayloadWriter(buffer, () -> null));
        assertThat(buffer.toString())
                .as("what is invalid leaves nothing behind")
                .startsWith("#")
                .hasSize(valid ? buffer.length() : 1);
        return valid ? buffer.toString().substring(1) : null;
    }

    private static final class Elsewhere extends ExperimentType<Anything> {
        private final OneOfField text = payload.oneOf("prompt", PROMPT);
        private final BooleanField flag = payload.bool("flag");
        private final RecordField nested = payload.record("inner");

        Elsewhere() {
            super("elsewhere", "elsewhere", "?", 1);
        }

        @Override
        protected void write(Anything event, PayloadWriter out) {
            out.write(flag, true);
        }
    }

    @Test
    void aFieldOfAnotherExperimentMakesTheEventInvalidAndLeavesNothingBehind() {
        Elsewhere other = new Elsewhere();
        assertThat(encode((type, out) -> out.write(type.number, 3))).isEqualTo("{\"n\":3}");
        assertThat(encode((type, out) -> {
                    out.write(type.number, 3);
                    out.write(other.text, PROMPT);
                }))
                .isNull();
        assertThat(encode((type, out) -> out.begin(other.nested))).isNull();
        assertThat(encode((type, out) -> out.write(new Type((of, to) -> {}).number, 3)))
                .as("the same field of the same type, made twice")
                .isNull();
    }

    @Test
    void aFieldIsWrittenInTheRecordForWhichItWasDeclaredAndEachRecordIsEnded() {
        assertThat(encode((type, out) -> {
                    out.begin(type.nested);
                    out.write(type.inside, 1);
                    out.end();
                    out.write(type.number, 2);
                }))
                .isEqualTo("{\"inner\":{\"m\":1},\"n\":2}");
        assertThat(encode((type, out) -> out.write(type.inside, 1))).isNull();
        assertThat(encode((type, out) -> {
                    out.begin(type.nested);
                    out.write(type.number, 1);
                    out.end();
                }))
                .isNull();
        assertThat(encode((type, out) -> out.begin(type.nested))).isNull();
        assertThat(encode((type, out) -> out.end())).isNull();
    }

    @Test
    void anEventWithinAnEventMakesBothNothing() {
        Elsewhere other = new Elsewhere();
        assertThat(encode((type, out) -> other.encode(new Anything(), out))).isNull();
        assertThat(encode((type, out) -> {
                    other.encode(new Anything(), out);
                    out.write(type.number, 1);
                }))
                .isNull();
    }

    @Test
    void aWriterThatWasKeptWritesNothingBetweenTwoEvents() {
        Utf8Buffer buffer = new Utf8Buffer(16);
        PayloadWriter writer = new PayloadWriter(buffer, () -> null);
        Type good = new Type((type, out) -> out.write(type.number, 3));
        Type bad = new Type((type, out) -> out.isGiven(null));
        for (Type type : List.of(good, bad)) {
            type.encode(new Anything(), writer);
            String after = buffer.toString();
            writer.write(type.number, 7);
            writer.begin(type.nested);
            writer.end();
            writer.write(new Elsewhere().text, PROMPT);
            assertThat(buffer).hasToString(after);
        }
        assertThat(good.encode(new Anything(), writer)).isTrue();
    }

    @Test
    void nothingIsDeclaredOnceTheCatalogWasAskedOrAnEventWasEncoded() {
        Type asked = new Type((type, out) -> {});
        asked.atoms();
        Type encoded = new Type((type, out) -> {});
        encoded.encode(new Anything(), new PayloadWriter(new Utf8Buffer(16), () -> null));
        for (Type type : List.of(asked, encoded)) {
            assertThatThrownBy(() -> type.payload().oneOf("prompt", PROMPT)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> type.nested.payload().bool("late")).isInstanceOf(IllegalStateException.class);
            assertThat(type.payload().atoms()).containsExactly("n=0..9", "inner.m=0..9");
        }
    }

    @Test
    void aDeclarationFromWithinAnEventMakesItInvalidAndIsNotThrown() {
        assertThat(encode((type, out) -> out.write(type.payload().bool("late"), true)))
                .isNull();
    }

    /** The experiment of the catalog, but for the name that its events would have on the wire. */
    private static final class Renamed extends ExperimentType<ShellStarted> {
        Renamed(String event) {
            super("shell-started", event, "How often is the shell started?", 47265L);
        }

        @Override
        protected void write(ShellStarted event, PayloadWriter out) {}
    }

    @Test
    void anExperimentUnderAnotherNameThanThatOfTheCatalogIsNotRecorded(@TempDir Path home) {
        AnalyticsOptions options = AnalyticsOptions.builder()
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .build();
        try (PiAnalytics analytics = PiAnalytics.open(options)) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            assertThat(analytics.recorder(new Renamed("Shell started")).isRecording())
                    .isTrue();
            assertThat(analytics.recorder(new Renamed("/home/alice/plan.txt")).isRecording())
                    .isFalse();
            assertThat(analytics.recorder(new Renamed("shell-started")).isRecording())
                    .isFalse();
        }
    }
}
