package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcomeEmitter;
import dev.vitrine.fixture.LoopbackRecipient;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recipient receives, and what it does not, as the user decides. */
class ConsentOnTheWireTest {
    private static final Pattern TRACKING_ID = Pattern.compile("\"trackingId\": ?\"([0-9a-f-]{36})\"");

    @TempDir
    private Path home;

    private final LoopbackRecipient recipient = new LoopbackRecipient();

    @AfterEach
    void stop() {
        recipient.close();
    }

    @Test
    void whatIsReceivedIsWhatTheAuditLogHolds() throws IOException {
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.IDENTIFIED);
            emit(analytics, 3);
            awaitEvents(3);

            assertThat(analytics.privacy().log().text()).contains(recipient.bodies());
        }
        assertThat(Files.readString(home.resolve("state/sent.jsonl")))
                .isEqualTo(String.join("\n", recipient.bodies()) + "\n");
        assertThat(recipient.bodies().get(0)).contains("\"trackingId\":\"" + storedId() + "\"");
    }

    @Test
    void failure12ThousandEventsFromBeforeTheYesAreNeverSent() {
        try (PiAnalytics analytics = open()) {
            emit(analytics, 1_000);
            analytics.consent().withdraw();
            emit(analytics, 1_000);
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            analytics.events().shellStarted();
            awaitEvents(1);
        }
        try (PiAnalytics analytics = open()) {
            analytics.events().shellStarted();
            awaitEvents(2);
        }
        assertThat(String.join("\n", recipient.bodies())).doesNotContain("edit-tool-outcome");
    }

    @Test
    void failure13NothingIsSentOnOptingOut() {
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.IDENTIFIED);
            emit(analytics, 1);
            awaitEvents(1);
            analytics.consent().withdraw();
            emit(analytics, 10);
        }
        assertThatNoMoreThan(1);
    }

    @Test
    void aNoEmptiesTheSpoolAlsoThatOfAnEarlierRun() throws IOException {
        recipient.answer(503);
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            emit(analytics, 5);
        }
        assertThat(spooled()).isNotEmpty();

        try (PiAnalytics analytics = open()) {
            analytics.privacy().off();
            assertThat(spooled()).isEmpty();
            assertThat(analytics.privacy().status().text()).contains("5 events, because consent was withdrawn");
        }
        recipient.answer(204);
        int before = recipient.bodies().size();
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            analytics.events().shellStarted();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> recipient.bodies().size() > before);
        }
        assertThat(recipient.bodies().get(before)).contains("Shell started").doesNotContain("edit-tool-outcome");
    }

    @Test
    void aNoTypedIntoTheSettingsByHandEmptiesTheSpoolAtTheNextStart() throws IOException {
        recipient.answer(503);
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            emit(analytics, 5);
        }
        assertThat(spooled()).isNotEmpty();
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": false}");

        open().close();

        assertThat(spooled()).isEmpty();
    }

    @Test
    void failure3And26AWithdrawalInTheFileReachesALiveSenderWithinASecond() throws IOException {
        recipient.answer(503);
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.IDENTIFIED);
            emit(analytics, 5);
            await().atMost(Duration.ofSeconds(10)).until(() -> !spooled().isEmpty());

            Files.writeString(home.resolve("settings.json"), "{\"analytics\": {\"version\": 1, \"mode\": \"off\"}}");

            await().atMost(Duration.ofSeconds(1)).until(() -> spooled().isEmpty() && !analytics.isRecording());
        }
    }

    @Test
    void failure3WhatWasRecordedUnderOneYesIsNotSentUnderTheNextAlsoWhenNobodySawTheNoBetween() throws IOException {
        recipient.answer(503);
        try (PiAnalytics analytics = open();
                PiAnalytics elsewhere = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            emit(analytics, 5);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !recipient.bodies().isEmpty());
            emit(analytics, 5);

            elsewhere.consent().withdraw();
            elsewhere.consent().grant(ConsentMode.ANONYMOUS);
            recipient.answer(204);

            await().atMost(Duration.ofSeconds(1)).until(() -> !analytics.isRecording());
        }
        assertThat(spooled()).isEmpty();
        int before = recipient.bodies().size();
        try (PiAnalytics analytics = open()) {
            analytics.events().shellStarted();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> recipient.bodies().size() > before);
        }
        assertThat(recipient.bodies().subList(before, recipient.bodies().size()))
                .singleElement()
                .asString()
                .contains("Shell started")
                .doesNotContain("edit-tool-outcome");
    }

    @Test
    void whatWaitsFromOneYesIsNotSentUnderTheNextAlsoWhenBothWereTypedByHandBetweenTwoRuns() throws IOException {
        recipient.answer(503);
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        try (PiAnalytics analytics = open()) {
            emit(analytics, 5);
        }
        assertThat(spooled()).isNotEmpty();
        String first = storedGrant();
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        recipient.answer(204);
        int before = recipient.bodies().size();
        try (PiAnalytics analytics = open()) {
            // One time in 9,999 the second yes has the number of the first by chance, and this is no test.
            assumeThat(storedGrant()).isNotEqualTo(first);
            analytics.events().shellStarted();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> recipient.bodies().size() > before);
        }
        assertThat(String.join(
                        "\n",
                        recipient.bodies().subList(before, recipient.bodies().size())))
                .contains("Shell started")
                .doesNotContain("edit-tool-outcome");
    }

    @Test
    void aSecondYesWithoutANoBetweenGoesOn() throws IOException {
        try (PiAnalytics analytics = open();
                PiAnalytics elsewhere = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            String first = storedGrant();
            elsewhere.consent().grant(ConsentMode.ANONYMOUS);
            assertThat(storedGrant()).isEqualTo(first);
            emit(analytics, 5);
            awaitEvents(5);
        }
    }

    @Test
    void whatAProgramThatRunsHasCountedDoesNotComeBackAfterAForgetElsewhere() throws IOException {
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            emit(analytics, 5);
            awaitEvents(5);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> analytics.privacy().status().text().contains("5 events"));
            recipient.answer(503);
            emit(analytics, 2);

            try (PiAnalytics elsewhere = open()) {
                assertThat(elsewhere.privacy().run("forget").text()).contains("Nothing is left here");
            }
            await().atMost(Duration.ofSeconds(5)).until(() -> !analytics.isRecording());
            emit(analytics, 3);
        }
        assertThat(home.resolve("state/ledger")).doesNotExist();
        try (PiAnalytics analytics = open()) {
            assertThat(analytics.privacy().status().text())
                    .contains("nothing yet")
                    .doesNotContain("withdrawn");
        }
    }

    @Test
    void anEventThatComesBeforeTheForgettingElsewhereIsNoticedBringsNoCountsBack() throws IOException {
        try (PiAnalytics analytics = open()) {
            grantAndDeliver(analytics, 5);
            forgetElsewhere();
            emit(analytics, 1);
        }
        assertThat(home.resolve("state/ledger")).doesNotExist();
    }

    @Test
    void anInvalidEventAfterTheForgettingElsewhereBringsNoCountsBack() throws IOException {
        try (PiAnalytics analytics = open()) {
            grantAndDeliver(analytics, 5);
            forgetElsewhere();
            analytics.recorder(EditToolOutcomeEmitter.type()).refused();
        }
        assertThat(home.resolve("state/ledger")).doesNotExist();
    }

    @Test
    void whoHasHadEverythingForgottenAndSaysYesAgainIsCountedAnew() throws IOException {
        try (PiAnalytics analytics = open()) {
            grantAndDeliver(analytics, 5);
            assertThat(analytics.privacy().run("forget").text()).contains("Nothing is left here");
            assertThat(home.resolve("state/ledger")).doesNotExist();

            analytics.consent().grant(ConsentMode.ANONYMOUS);
            emit(analytics, 2);
            awaitEvents(7);
            awaitDelivered(analytics, 2);
        }
    }

    private void grantAndDeliver(PiAnalytics analytics, int events) {
        analytics.consent().grant(ConsentMode.ANONYMOUS);
        emit(analytics, events);
        awaitEvents(events);
        awaitDelivered(analytics, events);
    }

    private static void awaitDelivered(PiAnalytics analytics, int events) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> analytics.privacy().status().text().matches("(?s).*Delivered +" + events + " events.*"));
    }

    private void forgetElsewhere() {
        try (PiAnalytics elsewhere = open()) {
            assertThat(elsewhere.privacy().run("forget").text()).contains("Nothing is left here");
        }
    }

    @Test
    void aModeTypedOverANoIsAnotherYes() throws IOException {
        recipient.answer(503);
        try (PiAnalytics analytics = open();
                PiAnalytics elsewhere = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            String first = storedGrant();
            emit(analytics, 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> !spooled().isEmpty());

            elsewhere.consent().withdraw();
            String no = Files.readString(home.resolve("settings.json"));
            Files.writeString(home.resolve("settings.json"), no.replace("\"off\"", "\"anonymous\""));
            await().atMost(Duration.ofSeconds(1)).until(() -> !analytics.isRecording());

            open().close();
            assertThat(storedGrant()).isNotEqualTo(first);
        }
    }

    @Test
    void aYesOverAModeThatWasTypedOverANoIsAnotherYesToo() throws IOException {
        recipient.answer(503);
        try (PiAnalytics analytics = open();
                PiAnalytics elsewhere = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            String first = storedGrant();
            emit(analytics, 1);
            elsewhere.consent().withdraw();
            String no = Files.readString(home.resolve("settings.json"));
            Files.writeString(home.resolve("settings.json"), no.replace("\"off\"", "\"anonymous\""));
            elsewhere.consent().grant(ConsentMode.ANONYMOUS);

            assertThat(storedGrant()).isNotEqualTo(first);
            await().atMost(Duration.ofSeconds(1)).until(() -> !analytics.isRecording());
        }
        assertThat(spooled()).isEmpty();
    }

    @Test
    void aYesFromElsewhereHoldsAtTheNextStartOnly() throws IOException {
        try (PiAnalytics analytics = open()) {
            Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");

            assertThat(analytics.consent().state()).isEqualTo(ConsentState.ANONYMOUS);
            assertThat(analytics.isRecording()).isFalse();
            assertThat(analytics.privacy().status().text()).containsPattern("holds from the next\\s+start\\s+on");
        }
        try (PiAnalytics analytics = open()) {
            assertThat(analytics.isRecording()).isTrue();
        }
    }

    @Test
    void failure9TheTrackingIdIsBornWithIdentifiedConsentAndDiesWithIt() throws IOException {
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            analytics.events().projectOpened("secret-project", 12);
            awaitEvents(1);
            assertThat(Files.readString(home.resolve("settings.json"))).doesNotContain("trackingId");
            assertThat(home.resolve("state/salt")).doesNotExist();
            assertThat(recipient.bodies().get(0)).doesNotContain("trackingId").doesNotContain("\"project\"");

            analytics.consent().grant(ConsentMode.IDENTIFIED);
            String first = storedId();
            analytics.events().projectOpened("secret-project", 12);
            awaitEvents(2);
            assertThat(recipient.bodies().get(1)).contains(first).contains("\"project\":\"");
            assertThat(home.resolve("state/salt")).exists();

            assertThat(analytics.privacy().resetId().exitCode()).isZero();
            String second = storedId();
            analytics.events().projectOpened("secret-project", 12);
            awaitEvents(3);
            assertThat(second).isNotEqualTo(first);
            assertThat(recipient.bodies().get(2)).contains(second).doesNotContain(first);
            assertThat(pseudonym(2)).isNotEqualTo(pseudonym(1));

            analytics.consent().withdraw();
            assertThat(Files.readString(home.resolve("settings.json"))).doesNotContain("trackingId");
            assertThat(home.resolve("state/salt")).doesNotExist();

            analytics.consent().grant(ConsentMode.IDENTIFIED);
            assertThat(storedId()).isNotIn(first, second);
        }
    }

    @Test
    void whoGoesBackToAnonymousKeepsNeitherIdNorSalt() throws IOException {
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.IDENTIFIED);
            analytics.events().projectOpened("secret-project", 12);
            awaitEvents(1);
            assertThat(home.resolve("state/salt")).exists();

            analytics.consent().grant(ConsentMode.ANONYMOUS);

            assertThat(home.resolve("state/salt")).doesNotExist();
            assertThat(Files.readString(home.resolve("settings.json"))).doesNotContain("trackingId");
        }
    }

    @Test
    void theUserIdThatTheUserTypedTravelsUnderIdentifiedConsentOnly() throws IOException {
        Files.writeString(
                home.resolve("settings.json"),
                "{\"analytics\": {\"mode\": \"anonymous\", \"userId\": \"ada@pi.example\"}}");
        try (PiAnalytics analytics = open()) {
            emit(analytics, 1);
            awaitEvents(1);
            analytics.consent().grant(ConsentMode.IDENTIFIED);
            emit(analytics, 1);
            awaitEvents(2);
        }
        assertThat(recipient.bodies().get(0)).doesNotContain("ada@");
        assertThat(recipient.bodies().get(1)).contains("\"userId\":\"ada@pi.example\"");
    }

    private void assertThatNoMoreThan(int events) {
        // A later run would deliver what this one had left.
        try (PiAnalytics analytics = open()) {
            assertThat(analytics.isRecording()).isFalse();
        }
        assertThat(recipient.events()).isEqualTo(events);
    }

    private void awaitEvents(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> recipient.events() >= count);
        assertThat(recipient.events()).isEqualTo(count);
    }

    private static void emit(PiAnalytics analytics, int count) {
        for (int i = 0; i < count; i++) {
            analytics.events().editToolOutcome("gpt-5", EditToolOutcome.Outcome.APPLIED, 1);
        }
    }

    private String storedGrant() throws IOException {
        Matcher grant = Pattern.compile("\"grant\": ([1-9][0-9]{0,3})[,}]")
                .matcher(Files.readString(home.resolve("settings.json")));
        assertThat(grant.find()).isTrue();
        return grant.group(1);
    }

    private String storedId() throws IOException {
        Matcher id = TRACKING_ID.matcher(Files.readString(home.resolve("settings.json")));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private String pseudonym(int body) {
        Matcher pseudonym = Pattern.compile("\"project\":\"([0-9a-f]{64})\"")
                .matcher(recipient.bodies().get(body));
        assertThat(pseudonym.find()).isTrue();
        return pseudonym.group(1);
    }

    private List<Path> spooled() throws IOException {
        Path spool = home.resolve("state/spool");
        if (!Files.isDirectory(spool)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
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
}
