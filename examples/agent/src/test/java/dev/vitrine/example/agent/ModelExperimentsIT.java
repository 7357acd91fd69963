package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.example.provider.Behaviour;
import dev.vitrine.example.provider.LocalProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four experiments about models, recorded by the program as it talks to a provider that misbehaves. */
class ModelExperimentsIT {
    @TempDir
    private Path home;

    @Test
    void whatTheProviderDoesIsWhatTheExperimentsSay() throws Exception {
        grantConsent();
        try (Collector collector = new Collector();
                LocalProvider provider = new LocalProvider(0);
                RunningAgent agent = start(collector, provider)) {
            assertThat(agent.type("ask one two three")).contains("You asked: one two three");
            provider.behave(Behaviour.REJECT_UPGRADE);
            assertThat(agent.type("ask again")).contains("no WebSocket", "server-sent events", "You asked: again");
            provider.behave(Behaviour.BREAK_INSIDE);
            assertThat(agent.type("ask more")).contains("No model", "no whole answer");
            provider.behave(Behaviour.LIMIT);
            agent.type("model \"what I call it\"");
            assertThat(agent.type("ask more")).contains("no answer", "429");
            agent.type("model claude-opus-4.5");
            agent.type("transport http");
            provider.behave(Behaviour.HANG_UP);
            assertThat(agent.type("ask more")).contains("no answer", "lost");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> collector.events().size() >= 6);
            assertThat(collector.events())
                    .containsExactlyElementsOf(List.of(
                            "context-length {\"model\":\"gpt-5\",\"bucket\":\"<1000\"}",
                            "websocket-downgrade {\"provider\":\"openai\",\"reason\":\"upgrade_rejected\"}",
                            "context-length {\"model\":\"gpt-5\",\"bucket\":\"<1000\"}",
                            "sse-stream-failure {\"model\":\"gpt-5\",\"provider\":\"openai\",\"stage\":\"inside_event\"}",
                            "network-error {\"model\":\"other\",\"provider\":\"other\",\"kind\":\"rate_limited\"}",
                            "network-error {\"model\":\"claude-opus-4.5\",\"provider\":\"anthropic\","
                                    + "\"kind\":\"connection_lost\"}"));
            assertThat(String.join("", collector.bodies())).doesNotContain("one two", "what I call it");
            // Only in the events: three digits stand in a batch's random id now and then.
            assertThat(String.join("", collector.events())).doesNotContain("429");
        }
    }

    private RunningAgent start(Collector collector, LocalProvider provider) throws IOException {
        return new AgentProcess(home)
                .with("--analytics-endpoint", collector.endpoint())
                .with("--provider-endpoint", provider.endpoint().toString())
                .start(Map.of());
    }

    private void grantConsent() throws IOException {
        Path settings = home.resolve(".config/pi/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"analytics\": true}\n");
    }
}
