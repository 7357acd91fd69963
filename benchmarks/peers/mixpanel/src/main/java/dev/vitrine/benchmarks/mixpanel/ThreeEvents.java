package dev.vitrine.benchmarks.mixpanel;

import java.net.URI;

/** A command that records three events and ends. */
public final class ThreeEvents {
    private ThreeEvents() {}

    /** Takes the endpoint. */
    public static void main(String[] arguments) {
        try (EditEvents events = new EditEvents(URI.create(arguments[0]))) {
            events.record("gpt-5", "applied", 1);
            events.record("gpt-5", "no_match", 2);
            events.record("llama-4", "io_error", 3);
        }
    }
}
