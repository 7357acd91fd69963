package dev.vitrine.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.Analytics;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs what was compiled, against the real runtime. */
final class CompiledCode implements AutoCloseable {
    private final URLClassLoader loader;

    CompiledCode(Path... classes) {
        loader = new URLClassLoader(
                List.of(classes).stream().map(CompiledCode::url).toArray(URL[]::new));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /** What the experiment of a record is at run time. */
    @SuppressWarnings("unchecked") // any record can be encoded by its own type
    ExperimentType<Record> type(String record) throws ReflectiveOperationException {
        return (ExperimentType<Record>)
                load(record + "Emitter").getMethod("type").invoke(null);
    }

    /** The only record that a constructor makes of these values. */
    Record make(String record, Object... values) throws ReflectiveOperationException {
        var constructor = load(record).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (Record) constructor.newInstance(values);
    }

    /** An application whose user has agreed to everything. */
    Analytics openWithConsent(String facade, Path directory) throws Exception {
        Path settings = directory.resolve("settings.json");
        Files.writeString(settings, "{\"analytics\": true}");
        AnalyticsOptions options = AnalyticsOptions.builder()
                .appVersion("1.0.0")
                .settingsFile(settings)
                .stateDirectory(directory.resolve("state"))
                .environment(Map.of())
                .build();
        return (Analytics)
                load(facade).getMethod("open", AnalyticsOptions.class).invoke(null, options);
    }

    /** The payload of an event, as sent under identified consent; null when it is not valid. */
    static <T extends Record> String encode(ExperimentType<T> type, T event) {
        Utf8Buffer buffer = new Utf8Buffer(64);
        return type.encode(event, writer(buffer)) ? new String(buffer.toByteArray(), UTF_8) : null;
    }

    static String encodeExample(ExperimentType<?> type) {
        Utf8Buffer buffer = new Utf8Buffer(64);
        type.encodeExample(writer(buffer));
        return new String(buffer.toByteArray(), UTF_8);
    }

    private static PayloadWriter writer(Utf8Buffer buffer) {
        return new PayloadWriter(buffer, () -> new PseudonymKey(new byte[32]));
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
