package dev.vitrine.collector;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where a setting comes from when it is no flag: from the environment, else from a file, else what the help says. {@code
 * --page-port} is {@code VITRINE_COLLECTOR_PAGE_PORT} in the environment and {@code page-port} in the file.
 */
final class SettingSources implements IDefaultValueProvider {
    private static final String PREFIX = "VITRINE_COLLECTOR_";
    private static final String CONFIG = "config";

    private final Map<String, String> environment;
    private final Properties file = new Properties();

    SettingSources(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads the file that the arguments name, or the environment.
     *
     * @throws IOException when it cannot be read; the message says what to do
     */
    void readFile(String... arguments) throws IOException {
        String named = named(arguments);
        if (named != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(named))) {
                file.load(reader);
            } catch (IOException unreadable) {
                throw new IOException(
                        "The settings in " + named
                                + " cannot be read. Name a text file with lines such as page-port=8788"
                                + " (--config) that this user may read.",
                        unreadable);
            }
        }
    }

    private @Nullable String named(String... arguments) {
        String flag = "--" + CONFIG;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(flag + '=')) {
                return arguments[i].substring(flag.length() + 1);
            } else if (arguments[i].equals(flag) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return environment.get(variable(CONFIG));
    }

    /** The names in the file that are no setting: mistakes in writing, which must not pass in silence. */
    Set<String> unknown(Set<String> settings) {
        Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
        unknown.removeAll(settings);
        return unknown;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec setting) {
        if (!(setting instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().substring(2);
        String set = environment.get(variable(name));
        return set != null ? set : file.getProperty(name);
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
