package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recording costs the thread that records: memory can be counted exactly, whatever else the machine does. */
class CallersThreadTest {
    private static final int EVENTS_AT_ONCE = 1_000;
    private static final int TIMES = 5;
    /** A header of 12 bytes, two references and a number, with compressed pointers. */
    private static final long RECORD_BYTES = 24;

    /** The queue takes the record as it is. */
    private static final double MOST_BYTES_BESIDE_THE_RECORD = 0.5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path home;

    private Recipient recipient;

    @BeforeEach
    void begin() {
        recipient = new Recipient();
    }

    @AfterEach
    void end() {
        recipient.close();
    }

    private PiAnalytics open(String settings) throws IOException {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(Files.writeString(home.resolve("settings.json"), settings))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(recipient.endpoint())
                .build());
    }

    /** Bytes for each event, as the mean of many that found room in the queue. */
    private double bytesPerEvent(PiAnalytics analytics, Runnable emit) {
        long self = Thread.currentThread().getId();
        long allocated = 0;
        long recorded = 0;
        for (int time = 0; time < TIMES + 2; time++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int event = 0; event < EVENTS_AT_ONCE; event++) {
                emit.run();
            }
            long used = threads.getThreadAllocatedBytes(self) - before;
            // The first two times make what is made once: classes, emitters, the delivery itself.
            allocated += time < 2 ? 0 : used;
            recorded += EVENTS_AT_ONCE;
            long expected = recorded;
            if (analytics.isRecording()) {
                await().until(() -> Ledger.read(home.resolve("state")).recorded() == expected);
            }
        }
        return (double) allocated / (TIMES * EVENTS_AT_ONCE);
    }

    @Test
    void an_event_costs_its_record_and_not_one_byte_beside_it() throws Exception {
        EditToolOutcome event = new EditToolOutcome("gpt-5", Outcome.APPLIED, 3);
        try (PiAnalytics analytics = open("{\"analytics\": true}")) {
            double bytes = bytesPerEvent(analytics, () -> analytics.emit(event));
            assertThat(bytes).isLessThan(MOST_BYTES_BESIDE_THE_RECORD);
            assertThat(Ledger.read(home.resolve("state")).lost()).isEmpty();
        }
    }

    @Test
    void the_method_that_makes_the_record_costs_no_more() throws Exception {
        try (PiAnalytics analytics = open("{\"analytics\": true}")) {
            double bytes =
                    bytesPerEvent(analytics, () -> analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 3));
            assertThat(bytes).isBetween((double) RECORD_BYTES, RECORD_BYTES + MOST_BYTES_BESIDE_THE_RECORD);
        }
    }

    @Test
    void off_costs_not_one_byte() throws Exception {
        EditToolOutcome event = new EditToolOutcome("gpt-5", Outcome.APPLIED, 3);
        try (PiAnalytics analytics = open("{\"analytics\": false}")) {
            assertThat(bytesPerEvent(analytics, () -> analytics.emit(event))).isZero();
            assertThat(bytesPerEvent(analytics, () -> analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 3)))
                    .isZero();
        }
        assertThat(home.resolve("state")).doesNotExist();
    }
}
