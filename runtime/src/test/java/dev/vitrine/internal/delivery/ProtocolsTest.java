package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.RecipientProtocol;
import dev.vitrine.binding.ApplicationType.RecipientType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.EditToolOutcomeEmitter;
import dev.vitrine.fixture.ShellStarted;
import dev.vitrine.fixture.ShellStartedEmitter;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What each protocol makes of one event, byte for byte; and that it makes it without work for the garbage collector. */
class ProtocolsTest {
    private static final Envelope ENVELOPE =
            new Envelope("pi", "0.62.0", "linux", "x86_64", "sha256:" + "0123456789abcdef".repeat(4));
    private static final String BATCH = "5f0c6b1d9e3a47820b6d1c9f8e7a6543";
    private static final String DAY = "2026-11-21";
    private static final Identity IDENTIFIED =
            new Identity("0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1", "jane@pi.example", null);
    private static final EditToolOutcome EVENT = new EditToolOutcome("gpt-5", Outcome.APPLIED, 1);

    @TempDir
    private Path state;

    private final Utf8Buffer out = new Utf8Buffer(4096);
    private final PayloadWriter payloads = new PayloadWriter(out, () -> null);

    private static BatchFormat format(RecipientProtocol protocol) {
        String endpoint = switch (protocol) {
            case VITRINE -> "https://pi.example/api/analytics";
            case POSTHOG -> "https://eu.i.posthog.com/batch/?api_key=phc_example";
            case OTLP -> "https://collector.pi.example/v1/logs";
        };
        return BatchFormat.of(new RecipientType("pi.example", endpoint, "EU", 90, protocol), ENVELOPE);
    }

    private String oneEvent(BatchFormat format, Identity identity) {
        out.truncate(0);
        format.begin(out, BATCH, identity);
        event(format, 0);
        format.end(out);
        return out.toString();
    }

    private void event(BatchFormat format, int position) {
        format.beginEvent(out, position, "edit-tool-outcome", DAY);
        int start = out.length();
        EditToolOutcomeEmitter.type().encode(EVENT, payloads);
        format.endEvent(out, start);
    }

    @ParameterizedTest
    @EnumSource
    void one_event_under_each_consent_is_the_golden_body(RecipientProtocol protocol) throws IOException {
        String name = protocol.name().toLowerCase(Locale.ROOT);
        assertThat(format(protocol).name()).isEqualTo(name);
        assertGolden(name + "-anonymous.json", oneEvent(format(protocol), Identity.ANONYMOUS));
        assertGolden(name + "-identified.json", oneEvent(format(protocol), IDENTIFIED));
    }

    @ParameterizedTest
    @EnumSource
    void the_ids_under_which_something_was_sent_are_found_again_in_the_log(RecipientProtocol protocol)
            throws IOException {
        String anonymous = oneEvent(format(protocol), Identity.ANONYMOUS) + '\n';
        Files.writeString(state.resolve("sent.jsonl"), anonymous);
        assertThat(DeliveryState.sentUnder(state, protocol, null)).isEmpty();

        String identified = oneEvent(format(protocol), IDENTIFIED) + '\n';
        Files.writeString(state.resolve("sent.jsonl"), anonymous + identified + identified + anonymous);
        assertThat(DeliveryState.sentUnder(state, protocol, null)).containsExactly(IDENTIFIED.trackingId());
    }

    @ParameterizedTest
    @EnumSource
    void the_same_batch_in_another_run_has_the_same_bytes(RecipientProtocol protocol) {
        BatchFormat used = format(protocol);
        oneEvent(used, IDENTIFIED);
        assertThat(oneEvent(used, Identity.ANONYMOUS)).isEqualTo(oneEvent(format(protocol), Identity.ANONYMOUS));
    }

    @ParameterizedTest
    @EnumSource
    void an_event_without_fields_and_one_after_it_make_a_whole_batch(RecipientProtocol protocol) {
        BatchFormat format = format(protocol);
        format.begin(out, BATCH, Identity.ANONYMOUS);
        format.beginEvent(out, 0, "shell-started", DAY);
        int start = out.length();
        ShellStartedEmitter.type().encode(new ShellStarted(), payloads);
        format.endEvent(out, start);
        event(format, 1);
        format.end(out);
        String empty = JsonMapper.shared().readTree(out.toString()).toString();
        assertThat(empty).isEqualTo(out.toString()).contains("shell-started", "edit-tool-outcome");
    }

    @ParameterizedTest
    @EnumSource
    void an_event_costs_no_allocation_in_the_steady_state(RecipientProtocol protocol) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        BatchFormat format = format(protocol);
        oneEvent(format, IDENTIFIED);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            out.truncate(0);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int position = 0; position < 1_000; position++) {
                out.truncate(0);
                event(format, position);
            }
            // The least of the rounds: what the JVM itself allocates at a first call is not ours.
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void the_key_of_a_posthog_project_travels_in_the_body_and_not_in_the_address() {
        assertThat(format(RecipientProtocol.POSTHOG).address("https://eu.i.posthog.com/batch/?api_key=phc_example"))
                .isEqualTo("https://eu.i.posthog.com/batch/");
    }

    @Test
    void events_of_a_batch_have_different_ids_which_tell_nothing_but_the_batch_and_the_position() {
        Set<String> ids = new HashSet<>();
        for (int position = 0; position < 10_000; position++) {
            out.truncate(0);
            EventUuid.append(out, BATCH, position);
            assertThat(out.toString()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            ids.add(out.toString());
        }
        assertThat(ids).hasSize(10_000).contains("5f0c6b1d-9e3a-4782-8b6d-1c9f8e7a6543");
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path golden = Path.of(System.getProperty("project.basedir", "."), "src/test/resources/golden/protocols", name);
        if (System.getProperty("vitrine.golden", "compare").equals("update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual + '\n', StandardCharsets.UTF_8);
        }
        assertThat(golden).exists();
        assertThat(actual + '\n').isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }
}
