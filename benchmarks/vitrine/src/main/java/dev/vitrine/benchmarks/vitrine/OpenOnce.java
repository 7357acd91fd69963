package dev.vitrine.benchmarks.vitrine;

import java.net.URI;
import java.nio.file.Path;

/** A command that opens and closes the application's analytics, and records nothing. */
public final class OpenOnce {
    private OpenOnce() {}

    /** Takes the endpoint and the home of the application. */
    public static void main(String[] arguments) {
        Installation.open(URI.create(arguments[0]), Path.of(arguments[1])).close();
    }
}
