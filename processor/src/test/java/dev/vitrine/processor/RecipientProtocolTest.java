package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocols beside Vitrine's own: what the declaration must say, and that the catalog says what is sent. */
class RecipientProtocolTest {
    @TempDir
    Path directory;

    private JavaProject application(String endpoint, String protocol) throws IOException {
        return new JavaProject(directory).source("demo/Started.java", """
                        package demo;
                        import dev.vitrine.*;
                        @Experiment(id = "started", question = "How often?", owner = "a@pi.example", expires = "2099-01-01")
                        public record Started() {}
                        """).source("demo/Pi.java", """
                        package demo;
                        import dev.vitrine.*;
                        @AnalyticsApplication(
                            name = "pi",
                            controller = "Example Inc.", contact = "privacy@pi.example", policy = "https://pi.example/privacy",
                            recipient = @Recipient(
                                name = "pi.example",
                                endpoint = "%s",
                                region = "EU", retentionDays = 90,
                                protocol = RecipientProtocol.%s),
                            modes = ConsentMode.ANONYMOUS)
                        public final class Pi {}
                        """.formatted(
                        endpoint, protocol));
    }

    @Test
    void theCatalogNamesThePostHogProjectAndItsEnvelope() throws IOException {
        JavaProject project = application("https://eu.i.posthog.com/batch/?api_key=phc_Abc-1_2", "POSTHOG");

        project.compile().orFail();

        assertThat(project.outputs("META-INF/vitrine").get("pi/catalog.json"))
                .contains(
                        "\"endpoint\": \"https://eu.i.posthog.com/batch/?api_key=phc_Abc-1_2\"",
                        "\"protocol\": \"posthog\"",
                        "\"name\": \"api_key\"",
                        "\"name\": \"$geoip_disable\"");
        assertThat(project.outputs("META-INF/vitrine").get("pi/catalog.md")).contains("phc_Abc-1_2", "posthog");
        assertThat(project.outputs("../generated").get("demo/PiAnalytics.java")).contains("RecipientProtocol.POSTHOG");
    }

    @Test
    void theCatalogNamesTheOtlpReceiverAndItsEnvelope() throws IOException {
        JavaProject project = application("https://collector.pi.example/v1/logs", "OTLP");

        project.compile().orFail();

        assertThat(project.outputs("META-INF/vitrine").get("pi/catalog.json"))
                .contains("\"protocol\": \"otlp\"", "\"name\": \"service.name\"", "\"name\": \"log.record.uid\"");
    }

    @Test
    void aPostHogEndpointWithoutAKeyIsAnErrorAtTheEndpoint() throws IOException {
        for (String endpoint : new String[] {
            "https://eu.i.posthog.com/batch/",
            "https://eu.i.posthog.com/batch/?api_key=",
            "https://eu.i.posthog.com/batch/?api_key=a b",
            "https://eu.i.posthog.com/batch/?api_key=a&ip=1"
        }) {
            assertThat(application(endpoint, "POSTHOG").compile().messages())
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.getKind()).isEqualTo(Diagnostic.Kind.ERROR);
                        assertThat(message.getMessage(null)).startsWith("[VitrineMissingProjectKey]");
                        assertThat(message.getLineNumber()).isEqualTo(8);
                    });
        }
    }

    @Test
    void aKeyOnPlainHttpIsRefusedAsAnyEndpointThere() throws IOException {
        assertThat(application("http://posthog.pi.example/batch/?api_key=phc_a", "POSTHOG")
                        .compile()
                        .messages())
                .anySatisfy(message -> assertThat(message.getMessage(null)).startsWith("[VitrineInsecureEndpoint]"));
    }
}
