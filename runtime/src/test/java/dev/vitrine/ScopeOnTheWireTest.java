package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.LoopbackRecipient;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits was recorded under a scope, and leaves under that scope alone. The user can edit it, as all of the settings. */
class ScopeOnTheWireTest {
    @TempDir
    private Path home;

    private final LoopbackRecipient recipient = new LoopbackRecipient();

    @BeforeEach
    void agreeAndRecordWhileNobodyAnswers() {
        recipient.answer(503);
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
        }
    }

    @AfterEach
    void stop() {
        recipient.close();
    }

    private PiAnalytics open() {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(recipient.uri())
                .build());
    }

    private static void record(PiAnalytics analytics) {
        analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
        analytics.events().shellStarted();
    }

    /** Takes an experiment out of what was agreed to; answers the settings as they were. */
    private String without(String experiment) throws IOException {
        String settings = Files.readString(home.resolve("settings.json"));
        String less = settings.replaceAll(", \"" + experiment + "[^\"]*\"", "");
        assertThat(less).hasSizeLessThan(settings.length());
        Files.writeString(home.resolve("settings.json"), less);
        return settings;
    }

    @Test
    void whatIsTakenOutOfTheScopeWhileItWaitsIsNotSentByTheRunThatRecordedIt() throws IOException {
        try (PiAnalytics analytics = open()) {
            record(analytics);
            await().until(() -> !recipient.bodies().isEmpty());
            without("shell-started");
            await().until(() -> analytics.privacy().status().text().contains("withdrawn"));
            recipient.answer(202);
            int before = recipient.bodies().size();
            record(analytics);
            analytics.close();
            assertThat(recipient.bodies().stream().skip(before)).noneMatch(body -> body.contains("Shell started"));
        }
        try (PiAnalytics analytics = open()) {
            int before = recipient.bodies().size();
            record(analytics);
            await().until(() -> recipient.bodies().size() > before);
            assertThat(recipient.bodies().stream().skip(before)).noneMatch(body -> body.contains("Shell started"));
        }
    }

    @Test
    void whatIsTakenOutOfTheScopeBetweenTwoRunsIsNotSentByTheNext() throws IOException {
        try (PiAnalytics analytics = open()) {
            record(analytics);
        }
        without("shell-started");
        recipient.answer(202);
        int before = recipient.bodies().size();
        try (PiAnalytics analytics = open()) {
            record(analytics);
            await().until(() -> recipient.bodies().size() > before);
        }
        assertThat(recipient.bodies().stream().skip(before)).noneMatch(body -> body.contains("Shell started"));
    }

    @Test
    void aWiderScopeFromElsewhereHoldsFromTheNextStartOn() throws IOException {
        String wider = without("shell-started");
        recipient.answer(202);
        try (PiAnalytics analytics = open()) {
            record(analytics);
            await().until(() -> !recipient.bodies().isEmpty());
            Files.writeString(home.resolve("settings.json"), wider);
            int before = recipient.bodies().size();
            record(analytics);
            await().until(() -> recipient.bodies().size() > before);
            record(analytics);
            await().until(() -> recipient.bodies().size() > before + 1);
            assertThat(recipient.bodies()).noneMatch(body -> body.contains("Shell started"));
        }
        try (PiAnalytics analytics = open()) {
            record(analytics);
            await().until(() -> recipient.bodies().stream().anyMatch(body -> body.contains("Shell started")));
        }
    }
}
