package dev.vitrine.example.agent;

import java.util.Locale;

/** How a provider is talked to. */
enum TransportName {
    WEBSOCKET("WebSocket"),
    SSE("server-sent events"),
    HTTP("plain HTTP");

    private final String explanation;

    TransportName(String explanation) {
        this.explanation = explanation;
    }

    /** What it is called in a sentence. */
    String explanation() {
        return explanation;
    }

    /** What the user types. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
