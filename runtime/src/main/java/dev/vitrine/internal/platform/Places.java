package dev.vitrine.internal.platform;

import dev.vitrine.AnalyticsOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an application keeps its settings and its analytics state, and where an administrator can switch it off.
 *
 * <p>Only absolute paths count in environment variables, as the XDG Base Directory Specification demands: a relative one
 * would make a file of the current project the user's settings. A place that cannot be told is null, and then analytics
 * are off.
 *
 * @param settingsFile the application's {@code settings.json}, absolute
 * @param stateDirectory spool, audit log, salt and markers, absolute
 * @param administratorFile where it exists, analytics are off for every user of this machine
 */
public record Places(
        @Nullable Path settingsFile,
        @Nullable Path stateDirectory,
        @Nullable Path administratorFile) {

    /** The places of an application: those that the options give, then those of the platform. */
    public static Places of(String application, AnalyticsOptions options, OperatingSystem system) {
        Places platform = ofPlatform(application, options.environment(), system);
        Path settings = options.settingsFile();
        Path state = options.stateDirectory();
        return new Places(
                settings == null ? platform.settingsFile : settings.toAbsolutePath(),
                state == null ? platform.stateDirectory : state.toAbsolutePath(),
                platform.administratorFile);
    }

    private static Places ofPlatform(String application, Map<String, String> environment, OperatingSystem system) {
        if (system == OperatingSystem.WINDOWS) {
            return new Places(
                    resolve(absolute(environment, "APPDATA"), application, "settings.json"),
                    resolve(absolute(environment, "LOCALAPPDATA"), application, "analytics"),
                    resolve(absolute(environment, "PROGRAMDATA"), application, "analytics-off"));
        } else if (system == OperatingSystem.MACOS) {
            Path support = resolve(absolute(environment, "HOME"), "Library", "Application Support", application);
            return new Places(
                    resolve(support, "settings.json"),
                    resolve(support, "analytics"),
                    Path.of("/Library/Application Support", application, "analytics-off"));
        }
        Path home = absolute(environment, "HOME");
        Path config = absolute(environment, "XDG_CONFIG_HOME");
        Path state = absolute(environment, "XDG_STATE_HOME");
        return new Places(
                resolve(config == null ? resolve(home, ".config") : config, application, "settings.json"),
                resolve(state == null ? resolve(home, ".local", "state") : state, application, "analytics"),
                Path.of("/etc", application, "analytics-off"));
    }

    private static @Nullable Path absolute(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static @Nullable Path resolve(@Nullable Path base, String... names) {
        Path path = base;
        for (String name : names) {
            path = path == null ? null : path.resolve(name);
        }
        return path;
    }
}
