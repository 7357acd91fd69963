package dev.vitrine.benchmarks.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import java.net.URI;

/** The event, as OpenTelemetry's documentation shows events. */
final class EditEvents {
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("model");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("attempts");

    private final Logger logger;

    EditEvents(LoggerProvider loggers) {
        this.logger = loggers.get("dev.vitrine.benchmarks");
    }

    static SdkLoggerProvider loggers(URI endpoint, int batch) {
        return SdkLoggerProvider.builder()
                .addLogRecordProcessor(BatchLogRecordProcessor.builder(OtlpHttpLogRecordExporter.builder()
                                .setEndpoint(endpoint + "/v1/logs")
                                .build())
                        .setMaxExportBatchSize(batch)
                        .build())
                .build();
    }

    void record(String model, String outcome, int attempts) {
        logger.logRecordBuilder()
                .setEventName("edit-tool-outcome")
                .setAttribute(MODEL, model)
                .setAttribute(OUTCOME, outcome)
                .setAttribute(ATTEMPTS, (long) attempts)
                .emit();
    }
}
