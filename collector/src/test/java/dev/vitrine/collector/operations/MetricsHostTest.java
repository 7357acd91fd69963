package dev.vitrine.collector.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Batches;
import dev.vitrine.collector.Collector;
import dev.vitrine.collector.CollectorSettings;
import dev.vitrine.collector.TestSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts move with each batch, so they tell what the page hides: that anybody has sent anything at all. */
class MetricsHostTest {
    @Test
    void the_metrics_are_answered_on_this_machine_alone_and_the_page_also_under_the_name_of_its_proxy(
            @TempDir Path folder) throws Exception {
        CollectorSettings plain = TestSettings.in(folder);
        try (Collector collector = Collector.start(
                new CollectorSettings(
                        plain.catalog(),
                        plain.data(),
                        plain.host(),
                        plain.port(),
                        plain.pagePort(),
                        List.of("stats.example.com"),
                        plain.keys(),
                        plain.reporters(),
                        plain.freeMebibytes()),
                Batches.CLOCK)) {
            assertThat(status(collector.page(), "/", "stats.example.com")).isEqualTo(200);
            assertThat(status(collector.page(), "/metrics", "stats.example.com"))
                    .isEqualTo(421);
            assertThat(status(collector.page(), "/metrics", "localhost")).isEqualTo(200);
        }
    }

    private static int status(URI page, String path, String host) throws IOException {
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
