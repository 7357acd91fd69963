package dev.vitrine.collector;

import java.nio.file.Path;
import java.util.List;

/** Settings of collectors under test: ports that are free, a folder of the test's own. */
public final class TestSettings {
    private TestSettings() {}

    public static CollectorSettings in(Path folder) {
        return new CollectorSettings(
                Batches.catalogFile(), folder.resolve("data"), "127.0.0.1", 0, 0, List.of(), null, 10, 0);
    }
}
