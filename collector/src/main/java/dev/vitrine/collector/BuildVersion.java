package dev.vitrine.collector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties written = new Properties();
        try (InputStream file = BuildVersion.class.getResourceAsStream("version.properties")) {
            if (file != null) {
                written.load(file);
            }
        }
        return new String[] {"vitrine-collector " + written.getProperty("version", "of an unknown version")};
    }
}
