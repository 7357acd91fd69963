package dev.vitrine.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.ConsentMode;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OTLP logs, read by OpenTelemetry's own classes. */
class OtlpTest {
    private static final int COUNT = Boolean.getBoolean("vitrine.torture") ? 3_000 : 200;

    @TempDir
    Path home;

    private List<String> send(ConsentMode mode, List<EveryKind> sent) throws IOException {
        Events events = new Events(4318);
        try (Receiver receiver = new Receiver()) {
            return new Installation(home, Spoken.OTLP, receiver).run(mode, COUNT, analytics -> {
                EveryKindEmitter emitter = new EveryKindEmitter(analytics);
                for (int i = 0; i < COUNT; i++) {
                    sent.add(events.next());
                    emitter.emit(sent.get(i));
                }
            });
        }
    }

    @Test
    void the_decoded_records_are_the_events() throws IOException {
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        List<EveryKind> sent = new ArrayList<>();
        List<LogRecord> records = send(ConsentMode.ANONYMOUS, sent).stream()
                .flatMap(body -> Body.records(body).stream())
                .toList();
        LocalDate after = LocalDate.now(ZoneOffset.UTC);

        Set<Object> ids = new HashSet<>();
        List<Map<String, Object>> decoded = new ArrayList<>();
        for (LogRecord record : records) {
            assertThat(record.getEventName()).isEqualTo("Every kind.of_event");
            Map<String, Object> attributes = Body.attributes(record.getAttributesList());
            ids.add(attributes.remove("log.record.uid"));
            decoded.add(attributes);
            Instant time = Instant.EPOCH.plus(record.getTimeUnixNano(), ChronoUnit.NANOS);
            assertThat(record.getTimeUnixNano() % TimeUnit.DAYS.toNanos(1)).isZero();
            assertThat(LocalDate.ofInstant(time, ZoneOffset.UTC)).isBetween(before, after);
            assertThat(record.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_UNSPECIFIED);
            assertThat(record.getAllFields()).hasSize(3);
        }
        assertThat(ids)
                .hasSize(COUNT)
                .allSatisfy(id -> assertThat(String.valueOf(id)).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @Test
    void the_resource_is_the_envelope_alone() throws IOException {
        for (String body : send(ConsentMode.IDENTIFIED, new ArrayList<>())) {
            ExportLogsServiceRequest request = Body.decode(body);
            assertThat(request.getResourceLogsList()).hasSize(1);
            assertThat(request.getResourceLogs(0).getScopeLogsList()).hasSize(1);
            assertThat(request.getResourceLogs(0).getScopeLogs(0).hasScope()).isFalse();
            Map<String, Object> resource =
                    Body.attributes(request.getResourceLogs(0).getResource().getAttributesList());
            assertThat(resource)
                    .containsOnlyKeys(
                            "service.name",
                            "service.version",
                            "os.type",
                            "host.arch",
                            "vitrine.catalog",
                            "app.installation.id")
                    .containsEntry("service.name", "to-otlp")
                    .containsEntry("service.version", "0.62.0");
            assertThat(String.valueOf(resource.get("os.type"))).isIn("linux", "darwin", "windows", "other");
            assertThat(String.valueOf(resource.get("host.arch"))).isIn("amd64", "arm64", "other");
        }
    }
}
