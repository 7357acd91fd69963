package dev.vitrine.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine and the JDK on which something was measured. */
public final class Machine {
    private Machine() {}

    /** One sentence. */
    public static String description() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %.0f GiB; %s %s; JDK %s (%s).",
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / (double) (1 << 30),
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceFirst("-.*", ""),
                Runtime.version(),
                System.getProperty("java.vendor"));
    }

    private static String processor() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
        return System.getProperty("os.arch");
    }
}
