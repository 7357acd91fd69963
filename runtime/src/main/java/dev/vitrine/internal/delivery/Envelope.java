package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.encoding.VersionNumber;
import java.util.Locale;

/**
 * What travels with every batch beside the events, and is the same for a whole run.
 *
 * @param app the application's name
 * @param version its release version; {@code 0} when it told none
 * @param os {@code linux}, {@code macos}, {@code windows} or {@code other}
 * @param arch {@code x86_64}, {@code aarch64} or {@code other}
 * @param catalog the catalog's digest
 */
public record Envelope(String app, String version, String os, String arch, String catalog) {
    private static final String OTHER = "other";

    /** The envelope of this run. */
    public static Envelope of(ApplicationType application, AnalyticsOptions options) {
        String version = options.appVersion();
        return new Envelope(
                application.name(),
                version != null && VersionNumber.matches(version) ? version : "0",
                os(System.getProperty("os.name", "")),
                arch(System.getProperty("os.arch", "")),
                application.catalogDigest());
    }

    /** What a server is told of the client: {@code pi/0.62.0 (linux; x86_64)}. */
    public String userAgent() {
        return app + '/' + version + " (" + os + "; " + arch + ')';
    }

    static String os(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return "linux";
        }
        if (lower.startsWith("mac")) {
            return "macos";
        }
        return lower.startsWith("windows") ? "windows" : OTHER;
    }

    static String arch(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("amd64") || lower.equals("x86_64")) {
            return "x86_64";
        }
        return lower.equals("aarch64") || lower.equals("arm64") ? "aarch64" : OTHER;
    }
}
