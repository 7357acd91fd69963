package dev.vitrine.internal.consent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.internal.platform.OperatingSystem;
import dev.vitrine.internal.platform.Places;
import dev.vitrine.internal.platform.Terminal;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is around an application: its places on this machine, whether someone sits at a terminal, and what day it is. */
public final class Surroundings {
    private final Places places;
    private final @Nullable BooleanSupplier terminal;
    private final @Nullable LongSupplier today;

    /** For tests: other places, terminals and days than this machine's. */
    public Surroundings(Places places, BooleanSupplier terminal, LongSupplier today) {
        this.places = places;
        this.terminal = terminal;
        this.today = today;
    }

    private Surroundings(Places places) {
        this.places = places;
        this.terminal = null;
        this.today = null;
    }

    /** This machine. */
    public static Surroundings ofThisMachine(String application, AnalyticsOptions options) {
        return new Surroundings(Places.of(application, options, OperatingSystem.current()));
    }

    /** Where settings and state are. */
    public Places places() {
        return places;
    }

    /** Whether there is a terminal to ask on. */
    public boolean hasTerminal() {
        return terminal == null ? Terminal.isThere() : terminal.getAsBoolean();
    }

    /** The days since 1970-01-01 (UTC). */
    public long today() {
        return today == null ? TimeUnit.MILLISECONDS.toDays(System.currentTimeMillis()) : today.getAsLong();
    }
}
