package dev.vitrine.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import dev.vitrine.ConsentMode;
import dev.vitrine.protocols.EditToolOutcome.Outcome;
import dev.vitrine.protocols.Receiver.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same event, sent by PostHog's own SDK and by Vitrine to the same stub: the same names with values of the same kinds. */
class PostHogSdkTest {
    /** What the SDK sends and Vitrine leaves out on purpose, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "sent_at", "the time of day; PostHog corrects times by it, and Vitrine's are days",
            "batch[].properties.$lib", "tells nothing that the application's own version and catalog do not",
            "batch[].properties.$lib_version", "the same");

    /** What Vitrine sends and the SDK does not by itself, and why. */
    private static final Map<String, String> ADDED = Map.of(
            "batch[].properties.$geoip_disable", "PostHog looks addresses up unless it is told not to",
            "batch[].properties.$ip", "PostHog keeps the sender's address unless the event has another",
            "batch[].properties.vitrine.app", "the envelope, as the catalog lists it",
            "batch[].properties.vitrine.version", "the envelope",
            "batch[].properties.vitrine.os", "the envelope",
            "batch[].properties.vitrine.arch", "the envelope",
            "batch[].properties.vitrine.catalog", "the envelope");

    @TempDir
    Path home;

    private Receiver receiver;

    @BeforeEach
    void begin() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private JsonNode vitrine(ConsentMode mode, int events) {
        List<String> bodies = new Installation(home, Spoken.POSTHOG, receiver).run(mode, events, analytics -> {
            EditToolOutcomeEmitter emitter = new EditToolOutcomeEmitter(analytics);
            for (int i = 0; i < events; i++) {
                emitter.emit("gpt-5", Outcome.APPLIED, 1);
            }
        });
        return Body.parse(bodies.get(bodies.size() - 1));
    }

    @SuppressWarnings("deprecation") // remoteConfig: without it the SDK makes requests of its own at the start
    private Received officialSdk(UnaryOperator<PostHogCaptureOptions.Builder> options) {
        PostHogInterface sdk = PostHog.with(new PostHogConfig.Builder("phc_example")
                .host(receiver.address("").toString())
                .flushAt(1)
                .sendFeatureFlagEvent(false)
                .preloadFeatureFlags(false)
                .remoteConfig(false)
                .build());
        try {
            PostHogCaptureOptions.Builder event = PostHogCaptureOptions.builder()
                    .property("model", "gpt-5")
                    .property("outcome", "applied")
                    .property("attempts", 1);
            sdk.capture(
                    "a-distinct-id", "edit-tool-outcome", options.apply(event).build());
            sdk.flush();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> receiver.received().stream()
                            .anyMatch(request -> request.path().equals("/batch")));
        } finally {
            sdk.close();
        }
        return receiver.received().stream()
                .filter(request -> request.path().equals("/batch"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_body_has_the_shape_of_the_official_sdks() throws IOException {
        Received official = officialSdk(event -> event.property("$process_person_profile", false));
        Map<String, String> theirs = shape(Body.parse(official.body()));
        assertThat(theirs).containsKeys(LEFT_OUT.keySet().toArray(String[]::new));

        // The stub knows one address at a time.
        receiver.close();
        receiver = new Receiver();
        Map<String, String> ours = shape(vitrine(ConsentMode.ANONYMOUS, 1));

        assertThat(ours).containsKeys(ADDED.keySet().toArray(String[]::new));
        ours.keySet().removeAll(ADDED.keySet());
        theirs.keySet().removeAll(LEFT_OUT.keySet());
        assertThat(ours).isEqualTo(theirs);
        assertThat(official.contentType()).startsWith("application/json");
    }

    @Test
    void the_values_that_the_sdk_would_send_too_are_the_same() {
        Received official = officialSdk(event -> event.property("$process_person_profile", false));
        JsonNode theirs = Body.parse(official.body());
        JsonNode ours = vitrine(ConsentMode.ANONYMOUS, 1);

        assertThat(ours.get("api_key")).isEqualTo(theirs.get("api_key"));
        JsonNode event = ours.get("batch").get(0);
        JsonNode theirEvent = theirs.get("batch").get(0);
        assertThat(event.get("event")).isEqualTo(theirEvent.get("event"));
        for (String field : List.of("model", "outcome", "attempts", "$process_person_profile")) {
            assertThat(event.get("properties").get(field))
                    .isEqualTo(theirEvent.get("properties").get(field));
        }
    }

    @Test
    void an_anonymous_event_makes_no_profile_and_tells_no_place_no_time_of_day_and_no_identifier() {
        JsonNode event = vitrine(ConsentMode.ANONYMOUS, 1).get("batch").get(0);

        JsonNode properties = event.get("properties");
        assertThat(properties.get("$process_person_profile").booleanValue()).isFalse();
        assertThat(properties.get("$geoip_disable").booleanValue()).isTrue();
        assertThat(properties.get("$ip").stringValue()).isEqualTo("0.0.0.0");
        OffsetDateTime time = OffsetDateTime.parse(event.get("timestamp").stringValue());
        assertThat(time.toLocalTime().toNanoOfDay()).isZero();
        assertThat(time.toLocalDate())
                .isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(1), LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void nothing_links_two_anonymous_batches() {
        JsonNode first = vitrine(ConsentMode.ANONYMOUS, 2);
        JsonNode second = vitrine(ConsentMode.ANONYMOUS, 1);

        assertThat(first.get("batch").get(0).get("distinct_id"))
                .isEqualTo(first.get("batch").get(1).get("distinct_id"))
                .isNotEqualTo(second.get("batch").get(0).get("distinct_id"));
        assertThat(first.get("batch").get(0).get("uuid"))
                .isNotEqualTo(first.get("batch").get(1).get("uuid"));
        assertThat(first.get("batch").get(0).get("distinct_id").stringValue()).matches("[0-9a-f]{32}");
    }

    @Test
    void under_identified_the_tracking_id_is_the_distinct_id_and_no_part_of_an_events_own() throws IOException {
        JsonNode first = vitrine(ConsentMode.IDENTIFIED, 1).get("batch").get(0);
        JsonNode second = vitrine(ConsentMode.IDENTIFIED, 1).get("batch").get(0);

        String trackingId = first.get("distinct_id").stringValue();
        assertThat(UUID.fromString(trackingId).version()).isEqualTo(4);
        assertThat(second.get("distinct_id").stringValue()).isEqualTo(trackingId);
        assertThat(first.get("uuid")).isNotEqualTo(second.get("uuid"));
        assertThat(first.get("properties").get("$process_person_profile").booleanValue())
                .isTrue();
        new Installation(home, Spoken.POSTHOG, receiver)
                .use(analytics ->
                        assertThat(analytics.privacy().status().text()).contains(trackingId));
    }

    @Test
    void a_caller_cannot_add_a_property() {
        JsonNode properties =
                vitrine(ConsentMode.IDENTIFIED, 1).get("batch").get(0).get("properties");

        assertThat(properties.propertyNames())
                .containsExactlyInAnyOrder(
                        "$process_person_profile",
                        "$geoip_disable",
                        "$ip",
                        "vitrine.app",
                        "vitrine.version",
                        "vitrine.os",
                        "vitrine.arch",
                        "vitrine.catalog",
                        "model",
                        "outcome",
                        "attempts");
    }

    /** The paths of all members with the kinds of their values. */
    private static Map<String, String> shape(JsonNode body) {
        Map<String, String> shape = new TreeMap<>();
        describe("", body, shape);
        return shape;
    }

    private static void describe(String path, JsonNode node, Map<String, String> shape) {
        if (!path.isEmpty()) {
            shape.put(path, node.getNodeType().name());
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> describe(
                            path.isEmpty() ? member.getKey() : path + '.' + member.getKey(), member.getValue(), shape));
        } else if (node.isArray()) {
            node.forEach(element -> describe(path + "[]", element, shape));
        }
    }
}
