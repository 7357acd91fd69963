package dev.vitrine.collector;

import dev.vitrine.collector.catalogs.CatalogsUnusableException;
import dev.vitrine.collector.catalogs.ReleasedCatalogs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Batches of the flagship's, as text, each member of which a test can set or leave out. */
public final class Batches {
    /** The day on which these tests happen, unless they set the clock. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    public static final InstantSource CLOCK =
            InstantSource.fixed(Instant.from(TODAY.atTime(12, 0).atZone(ZoneOffset.UTC)));

    private static final Random RANDOM = new Random(8);

    private final Map<String, String> members = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();

    private Batches() {}

    /** The published catalog of the flagship. */
    public static Path catalogFile() {
        return Path.of(System.getProperty("project.basedir"))
                .resolveSibling("catalog")
                .resolve("catalog.json");
    }

    public static ReleasedCatalogs catalogs() {
        try {
            return ReleasedCatalogs.read(catalogFile());
        } catch (CatalogsUnusableException broken) {
            throw new AssertionError(broken);
        }
    }

    /** A batch with a whole envelope, a new id, and no events. */
    public static Batches batch() {
        return new Batches()
                .with("batch", quoted(id()))
                .with("app", "\"pi\"")
                .with("version", "\"0.62.0\"")
                .with("os", "\"linux\"")
                .with("arch", "\"x86_64\"")
                .with("catalog", quoted(catalogs().newest().digest()));
    }

    /** A random id of a batch. */
    public static synchronized String id() {
        return new UUID(RANDOM.nextLong(), RANDOM.nextLong()).toString().replace("-", "");
    }

    /** Sets a member, as JSON; null leaves it out. */
    public Batches with(String name, String json) {
        if (json == null) {
            members.remove(name);
        } else {
            members.put(name, json);
        }
        return this;
    }

    public Batches identified(UUID trackingId) {
        return with("trackingId", quoted(trackingId.toString()));
    }

    /** One more event, of today. */
    public Batches event(String payload) {
        return event("edit-tool-outcome", TODAY, payload);
    }

    public Batches event(String event, LocalDate day, String payload) {
        return rawEvent("{\"event\":" + quoted(event) + ",\"day\":\"" + day + "\",\"payload\":" + payload + '}');
    }

    public Batches rawEvent(String json) {
        events.add(json);
        return this;
    }

    /** An edit that was applied. */
    public static String edit(String model, int attempts) {
        return "{\"model\":" + quoted(model) + ",\"outcome\":\"applied\",\"attempts\":" + attempts + '}';
    }

    public String json() {
        Map<String, String> all = new LinkedHashMap<>(members);
        all.putIfAbsent("events", '[' + String.join(",", events) + ']');
        List<String> written = new ArrayList<>();
        all.forEach((name, value) -> written.add(quoted(name) + ':' + value));
        return '{' + String.join(",", written) + '}';
    }

    public static String quoted(String text) {
        return '"' + text + '"';
    }
}
