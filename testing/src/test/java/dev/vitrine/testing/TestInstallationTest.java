package dev.vitrine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestInstallationTest {
    private record Stranger() {}

    @Test
    void what_was_recorded_arrives_over_http_and_is_compared_as_records() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            ShopAnalytics shop = installation.open(ShopAnalytics::open);
            shop.events().opened();
            shop.emit(new Searched(3, Optional.of("secret shelf")));
            installation.assertReceived(new Searched(3, Optional.empty()));
            installation.assertRecordedOnly(new Opened(), new Searched(3, Optional.empty()));
            assertThat(installation.recipient().requests().get(0))
                    .contains("\"app\":\"shop\"")
                    .doesNotContain("trackingId", "secret shelf");
        }
    }

    @Test
    void pseudonyms_are_compared_by_the_key_of_this_installation() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.IDENTIFIED)) {
            ShopAnalytics shop = installation.open(ShopAnalytics::open);
            shop.emit(new Searched(3, Optional.of("secret shelf")));
            installation.assertReceived(new Searched(3, Optional.of("secret shelf")));
            assertThat(installation.recipient().events().get(0).payload())
                    .containsPattern("\"shelf\":\"[0-9a-f]{64}\"");
            installation.waitingFor(Duration.ZERO);
            assertThatThrownBy(() -> installation.assertReceived(new Searched(3, Optional.of("another shelf"))))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ANONYMOUS", "IDENTIFIED"},
            mode = EnumSource.Mode.EXCLUDE)
    void without_a_yes_nothing_is_sent_and_the_failure_says_why(ConsentState state) {
        try (TestInstallation installation = TestInstallation.in(state)) {
            ShopAnalytics shop = installation.open(ShopAnalytics::open);
            shop.events().opened();
            assertThatThrownBy(() -> installation.assertReceived(new Opened()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Analytics are off, because ");
            installation.assertNothingSent();
            assertThat(installation.stateDirectory()).isEmptyDirectory();
        }
    }

    @Test
    void nothing_sent_fails_on_an_event_that_waits_in_the_spool() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            installation.recipient().answer(503);
            installation.open(ShopAnalytics::open).events().opened();
            assertThatThrownBy(installation::assertNothingSent)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Nothing may be sent, and something was, or is stored to be sent.")
                    .hasMessageContaining(
                            "\nEvents:\n  1. opened {}\nAnalytics are on, because you agreed to anonymous");
        }
    }

    @Test
    void nothing_sent_fails_on_an_event_that_arrived() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            installation.open(ShopAnalytics::open).events().opened();
            installation.assertReceived(new Opened());
            assertThatThrownBy(installation::assertNothingSent)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("\nRequests:\n  1. {\"batch\":");
        }
    }

    @Test
    void recorded_only_fails_on_one_more_on_one_less_and_on_another_order_and_marks_the_difference() {
        assertThat(differenceOf(new Opened())).isEqualTo("""
                Something else was recorded than expected.
                Expected:
                  1. opened {}
                Recorded:
                  1. opened {}
                  2. searched {"found":3}   <--
                Analytics are on, because you agreed to anonymous events.""");
        assertThat(differenceOf(new Searched(3, Optional.empty()), new Opened()))
                .contains("""
                Expected:
                  1. searched {"found":3}   <--
                  2. opened {}   <--
                Recorded:
                  1. opened {}   <--
                  2. searched {"found":3}   <--
                """);
        assertThat(differenceOf(new Opened(), new Searched(3, Optional.empty()), new Opened()))
                .contains("""
                  3. opened {}   <--
                Recorded:
                  1. opened {}
                  2. searched {"found":3}
                """);
    }

    private static String differenceOf(Record... expected) {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            installation.waitingFor(Duration.ofMillis(expected.length > 2 ? 500 : 10_000));
            ShopAnalytics shop = installation.open(ShopAnalytics::open);
            shop.events().opened();
            shop.emit(new Searched(3, Optional.empty()));
            try {
                installation.assertRecordedOnly(expected);
            } catch (AssertionError failure) {
                return failure.getMessage();
            }
            return "no difference";
        }
    }

    @Test
    void an_event_that_does_not_arrive_is_waited_for_no_longer_than_said() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            installation.open(ShopAnalytics::open);
            installation.waitingFor(Duration.ofMillis(50));
            assertThatThrownBy(() -> installation.assertReceived(new Opened()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            An event has not arrived.
                            Expected, in this order:
                              1. opened {}   <--
                            Arrived: none
                            Analytics are on, because you agreed to anonymous events.""");
        }
    }

    @Test
    void a_decision_elsewhere_is_heard_by_an_application_that_runs() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            ShopAnalytics shop = installation.open(ShopAnalytics::open);
            installation.consent().set(ConsentState.OFF);
            assertThat(shop.consent().decision().isOn()).isFalse();
            shop.events().opened();
            installation.assertNothingSent();
        }
    }

    @Test
    void a_recipient_that_fails_keeps_the_events_for_a_later_run_and_they_are_counted_once() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            installation.recipient().answer(503);
            installation.open(ShopAnalytics::open).events().opened();
            installation.assertRecordedOnly(new Opened());
            assertThat(installation.recipient().requests()).isNotEmpty();
            assertThat(installation.stateDirectory().resolve("spool")).isNotEmptyDirectory();
        }
    }

    @Test
    void what_can_never_arrive_is_said_at_once() {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> installation.assertReceived(new Opened()))
                    .withMessageContaining("installation.open(PiAnalytics::open)");
            installation.open(ShopAnalytics::open);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> installation.assertReceived(new Stranger()))
                    .withMessageContaining("no experiment of shop")
                    .withMessageContaining("opened, searched");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> installation.assertRecordedOnly(new Searched(3, null)))
                    .withMessageContaining("no valid event");
        }
    }

    @Test
    void nothing_is_left_behind() {
        TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS);
        try (installation) {
            installation.open(ShopAnalytics::open).events().opened();
            installation.assertReceived(new Opened());
        }
        assertThat(installation.stateDirectory()).doesNotExist();
    }
}
