package dev.vitrine.internal.platform;

import java.util.Locale;

/** The operating systems that Vitrine tells apart. */
public enum OperatingSystem {
    /** Linux. */
    LINUX,
    /** macOS. */
    MACOS,
    /** Windows. */
    WINDOWS,
    /** Any other; its places are those of Linux. */
    OTHER;

    /** The one that this JVM runs on. */
    public static OperatingSystem current() {
        return named(System.getProperty("os.name", ""));
    }

    /** The one that Java calls {@code name}. */
    public static OperatingSystem named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return LINUX;
        } else if (lower.startsWith("mac") || lower.startsWith("darwin")) {
            return MACOS;
        } else if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return OTHER;
    }

    /** The name on the wire: {@code linux}, {@code macos}, {@code windows} or {@code other}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
