package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.update.UpdateRequest;

/**
 * The question whether there is a newer version: a side request, which the catalog lists, and which is made only when the
 * application calls {@link #ask}.
 *
 * <p>What is sent is a {@code GET} with {@code User-Agent: pi/0.62.0 (linux; x86_64)}, and the header {@code Tracking-Id}
 * when, and only when, identified consent is in force and covers this request. No consent is needed for the rest, since it
 * names nobody; {@code DO_NOT_TRACK}, the administrator's file and {@code <APP>_NO_UPDATE_CHECK} stop it all the same.
 */
public final class UpdateCheck {
    /** The name under which the catalog lists the request. */
    public static final String NAME = "update check";

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;

    UpdateCheck(ApplicationType application, AnalyticsOptions options, Gate gate) {
        this.application = application;
        this.options = options;
        this.gate = gate;
    }

    /**
     * Asks, and waits for the answer: for 10 seconds at most, so call it from a thread that may wait. Never throws.
     *
     * <p>The server answers with the newest version's number: alone, as a JSON string, or as the member {@code version} of a
     * JSON object.
     */
    public UpdateAnswer ask() {
        // Made here, and not before: with it come the classes of the network.
        return new UpdateRequest(application, options, gate).ask();
    }
}
