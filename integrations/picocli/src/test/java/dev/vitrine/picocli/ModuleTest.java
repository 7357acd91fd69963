package dev.vitrine.picocli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.Analytics;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The same classes as modules, of which picocli sees no more than what they open to it. */
class ModuleTest {
    @Test
    void picocli_may_read_and_set_what_it_must_when_all_are_modules() throws ReflectiveOperationException {
        Configuration modules = ModuleLayer.boot()
                .configuration()
                .resolve(
                        ModuleFinder.of(place(PrivacyCommand.class), place(Analytics.class), place(CommandLine.class)),
                        ModuleFinder.of(),
                        Set.of("dev.vitrine.picocli"));
        ClassLoader loader = ModuleLayer.boot()
                .defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader())
                .findLoader("dev.vitrine.picocli");

        for (Class<?> part : Set.of(PrivacyCommand.class, AnalyticsOptionsMixin.class)) {
            Class<?> inModule = loader.loadClass(part.getName());
            assertThat(inModule.getModule().isNamed()).isTrue();
            Object instance = inModule.getConstructor().newInstance();
            Class<?> commandLine = loader.loadClass(CommandLine.class.getName());
            Object line = commandLine.getConstructor(Object.class).newInstance(instance);
            assertThat(commandLine.getMethod("getUsageMessage").invoke(line))
                    .asString()
                    .contains(part == PrivacyCommand.class ? "status" : "--no-analytics");
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
