package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.encoding.VersionNumber;
import dev.vitrine.internal.platform.OperatingSystem;
import java.util.Locale;

/**
 * What travels with every batch beside the events, and is the same for a whole run.
 */
public final class Envelope {
    private final String app;
    private final String version;
    private final String os;
    private final String arch;
    private final String catalog;

    Envelope(String app, String version, String os, String arch, String catalog) {
        this.app = app;
        this.version = version;
        this.os = os;
        this.arch = arch;
        this.catalog = catalog;
    }

    /** The envelope of this run. */
    public static Envelope of(ApplicationType application, AnalyticsOptions options) {
        String version = options.appVersion();
        return new Envelope(
                application.name(),
                version != null && VersionNumber.matches(version) ? version : "0",
                OperatingSystem.current().wireName(),
                arch(System.getProperty("os.arch", "")),
                application.catalogDigest());
    }

    /** The application's name. */
    String app() {
        return app;
    }

    /** Its release version; {@code 0} when it told none. */
    public String version() {
        return version;
    }

    /** {@code linux}, {@code macos}, {@code windows} or {@code other}. */
    String os() {
        return os;
    }

    /** {@code x86_64}, {@code aarch64} or {@code other}. */
    String arch() {
        return arch;
    }

    /** The catalog's digest. */
    String catalog() {
        return catalog;
    }

    /** What a server is told of the client: {@code pi/0.62.0 (linux; x86_64)}. */
    public String userAgent() {
        return app + '/' + version + " (" + os + "; " + arch + ')';
    }

    static String arch(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("amd64") || lower.equals("x86_64")) {
            return "x86_64";
        }
        return lower.equals("aarch64") || lower.equals("arm64") ? "aarch64" : "other";
    }
}
