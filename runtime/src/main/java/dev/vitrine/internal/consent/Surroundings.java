package dev.vitrine.internal.consent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.internal.platform.OperatingSystem;
import dev.vitrine.internal.platform.Places;
import dev.vitrine.internal.platform.Terminal;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What is around an application: its places on this machine, whether someone sits at a terminal, and what day it is. Only
 * tests make one that differs from the machine.
 *
 * @param places where settings and state are
 * @param terminal whether there is a terminal to ask on
 * @param today the days since 1970-01-01 (UTC)
 */
public record Surroundings(Places places, BooleanSupplier terminal, LongSupplier today) {

    /** This machine. */
    public static Surroundings ofThisMachine(String application, AnalyticsOptions options) {
        return new Surroundings(
                Places.of(application, options, OperatingSystem.current()),
                Terminal::isThere,
                () -> TimeUnit.MILLISECONDS.toDays(System.currentTimeMillis()));
    }
}
