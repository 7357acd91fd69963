package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.Gate;

/** The question whether there is a newer version: a side request, made only when the application calls it. */
public final class UpdateCheck {
    @SuppressWarnings("UnusedVariable") // the request follows
    UpdateCheck(ApplicationType application, AnalyticsOptions options, Gate gate) {}
}
