package dev.vitrine.internal.update;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.UpdateAnswer;
import dev.vitrine.UpdateAnswer.State;
import dev.vitrine.UpdateCheck;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.SideRequestType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.SideRequestPermit;
import dev.vitrine.internal.delivery.Envelope;
import dev.vitrine.internal.encoding.VersionNumber;
import dev.vitrine.internal.encoding.VersionOrder;
import dev.vitrine.internal.network.Endpoint;
import dev.vitrine.internal.network.Exchange;
import dev.vitrine.internal.network.Request;
import dev.vitrine.internal.network.Response;
import dev.vitrine.internal.settings.JsonScanner;
import dev.vitrine.internal.settings.JsonValue;
import dev.vitrine.internal.settings.MalformedJsonException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the server of an application for its newest version. */
public final class UpdateRequest {
    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;

    /** Prepares to ask; {@code gate} is asked before anything is sent. */
    public UpdateRequest(ApplicationType application, AnalyticsOptions options, Gate gate) {
        this.application = application;
        this.options = options;
        this.gate = gate;
    }

    /** Asks, and waits for the answer: for 10 seconds at most. Never throws. */
    public UpdateAnswer ask() {
        SideRequestType request = declared();
        if (request == null) {
            return new UpdateAnswer(State.OFF, null, application.name() + " declares no update check.");
        }
        String no = gate.againstSideRequests();
        SideRequestPermit permit = gate.permitSideRequest(request);
        if (no != null || permit == null) {
            return notAsked(no);
        }
        Envelope envelope = Envelope.of(application, options);
        try {
            List<String> headers = new ArrayList<>(List.of("User-Agent: " + envelope.userAgent()));
            if (permit.trackingId() != null) {
                headers.add("Tracking-Id: " + permit.trackingId());
            }
            Endpoint endpoint = Endpoint.of(address(request));
            Response response = new Exchange(options.environment())
                    .perform(permit, Request.get(endpoint, headers), true, () -> stillAllowed(request, permit));
            return response == null ? notAsked(null) : answer(response, envelope.version());
        } catch (IOException | RuntimeException failed) {
            return unknown("Whether there is a newer version cannot be told: " + failed.getMessage() + ".");
        }
    }

    /** The connection stands: whether the same may still be said. */
    private boolean stillAllowed(SideRequestType request, SideRequestPermit permit) {
        SideRequestPermit now = gate.permitSideRequest(request);
        return now != null
                && (permit.trackingId() == null || permit.trackingId().equals(now.trackingId()));
    }

    private UpdateAnswer answer(Response response, String installed) {
        String newest = response.status() / 100 == 2 ? version(response.body()) : null;
        if (newest == null) {
            return unknown("Whether there is a newer version cannot be told: the server answered " + response.status()
                    + " and named no version.");
        }
        return VersionOrder.compare(newest, installed) > 0
                ? new UpdateAnswer(State.NEWER, newest, newest + " is available; this is " + installed + ".")
                : new UpdateAnswer(State.UP_TO_DATE, newest, "This is the newest version, " + installed + ".");
    }

    private static @Nullable String version(String body) {
        String text = body.strip();
        try {
            if (text.startsWith("{") || text.startsWith("\"")) {
                JsonValue value = JsonScanner.scan(text);
                JsonValue named = text.startsWith("{") ? value.member("version") : value;
                text = named == null || named.asText() == null ? "" : named.asText();
            }
        } catch (MalformedJsonException malformed) {
            return null;
        }
        String number = text.startsWith("v") ? text.substring(1) : text;
        return VersionNumber.matches(number) ? number : null;
    }

    private @Nullable SideRequestType declared() {
        for (SideRequestType request : application.sideRequests()) {
            if (request.name().equals(UpdateCheck.NAME)) {
                return request;
            }
        }
        return null;
    }

    /** The declared address; where a loopback address takes the recipient's place, the same path there. */
    private String address(SideRequestType request) {
        URI loopback = options.loopbackEndpoint();
        if (loopback == null) {
            return request.endpoint();
        }
        URI declared = URI.create(request.endpoint());
        String query = declared.getRawQuery() == null ? "" : '?' + declared.getRawQuery();
        return loopback.getScheme() + "://" + loopback.getRawAuthority() + declared.getRawPath() + query;
    }

    private static UpdateAnswer notAsked(@Nullable String why) {
        return new UpdateAnswer(
                State.OFF, null, "Not asked: " + (why == null ? "the decision was changed at this moment" : why) + ".");
    }

    private static UpdateAnswer unknown(String explanation) {
        return new UpdateAnswer(State.UNKNOWN, null, explanation);
    }
}
