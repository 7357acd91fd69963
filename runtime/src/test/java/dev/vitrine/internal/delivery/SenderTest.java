package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.consent.TestPermits;
import dev.vitrine.internal.delivery.Transport.Outcome;
import dev.vitrine.internal.delivery.Transport.Verdict;
import dev.vitrine.internal.network.Exchange;
import dev.vitrine.internal.network.ExchangeLimits;
import dev.vitrine.internal.network.RawServer;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One batch, one connection, one answer: what the sender makes of whatever a server may do. */
class SenderTest {
    private static final long NOW = 1_795_219_200_000L;
    private static final byte[] BODY = "{\"batch\":\"0\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path state;

    private Supplier<BatchPermit> permits = TestPermits::anonymous;
    private Exchange exchange = new Exchange(Map.of());

    /** Within how many milliseconds an exchange is over: the ten seconds of the product when there is time for them. */
    private int limited() {
        if (Torture.isFull()) {
            return 10_000;
        }
        exchange = ExchangeLimits.lasting(500);
        return 500;
    }

    private Outcome send(int port) {
        return send(port, BODY);
    }

    private Outcome send(int port, byte[] body) {
        StateDirectory directory = new StateDirectory(state);
        AuditLog auditLog = new AuditLog(directory, Claimer.ofThisProcess(), null);
        Sender sender = new Sender(
                exchange,
                "http://127.0.0.1:" + port + "/api/analytics?a=b",
                "application/json",
                "pi/0.62.0 (linux; x86_64)",
                () -> permits.get(),
                auditLog,
                () -> NOW);
        return sender.send(Bench.batch("0".repeat(32), NOW, 1, body));
    }

    private Outcome sendToOneThatAnswers(String answer) {
        try (RawServer server = RawServer.answering(answer)) {
            return send(server.port());
        }
    }

    @Test
    void asks_once_more_when_the_log_is_written_since_a_disk_takes_its_time_and_the_user_may_say_no() {
        AtomicInteger asked = new AtomicInteger();
        permits = () -> asked.incrementAndGet() > 2 ? null : TestPermits.anonymous();
        List<String> heads = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(connection -> heads.add(RawServer.readRequest(connection)))) {
            assertThat(send(server.port()).verdict()).isEqualTo(Verdict.WITHHELD);
            await().until(() -> !heads.isEmpty());
        }
        assertThat(heads).containsExactly("");
    }

    /** Failure 21: a batch was deleted on any 4xx, including 429, or before the answer came. */
    @Test
    void goes_by_the_status_from_100_to_599_as_the_table_says() {
        AtomicInteger status = new AtomicInteger();
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        try (RawServer server = new RawServer(connection -> {
            RawServer.readRequest(connection);
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 " + status.get() + " Any\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        })) {
            for (int code = 100; code < 600; code++) {
                status.set(code);
                verdicts.put(code, send(server.port()).verdict());
            }
            assertThat(server.connections()).as("each is asked once").isEqualTo(500);
        }
        assertThat(verdicts).allSatisfy((code, verdict) -> {
            Verdict expected = Verdict.LATER;
            if (code / 100 == 2) {
                expected = Verdict.DELIVERED;
            } else if (code / 100 == 4 && !List.of(408, 425, 429).contains(code)) {
                expected = Verdict.REFUSED;
            }
            assertThat(verdict).as("status " + code).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 20",
                "HTTP/1.1 200",
                "HTTP/1.1 099 Low\r\n\r\n",
                "HTTP/1.1 600 High\r\n\r\n",
                "HTTP/1.1 2000 Long\r\n\r\n",
                "HTTP/1.1 -20 Negative\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "200 OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "<html>sign in to the network</html>\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 2",
                "\r\n\r\n\r\n"
            })
    void keeps_the_batch_when_no_whole_status_line_comes(String answer) {
        assertThat(sendToOneThatAnswers(answer).verdict()).isEqualTo(Verdict.LATER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200\r\n\r\n",
                "HTTP/1.0 204 No Content\n\n",
                "HTTP/1.1 202 Accepted\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\u0000\u0001garbage",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 201 Created\r\n\r\n"
            })
    void takes_a_2xx_for_what_it_is_whatever_follows(String answer) {
        assertThat(sendToOneThatAnswers(answer).verdict()).isEqualTo(Verdict.DELIVERED);
    }

    @Test
    void reads_no_more_than_4_kib_of_an_answer_that_never_ends() {
        AtomicInteger written = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
            RawServer.readRequest(connection);
            connection.setSendBufferSize(1024);
            byte[] header = ("X-Padding: " + "x".repeat(500) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            connection.getOutputStream().write("HTTP/1.1 503 Busy\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                connection.getOutputStream().write(header);
                written.addAndGet(header.length);
            }
        })) {
            assertThat(send(server.port()).verdict()).isEqualTo(Verdict.LATER);
        }
        // The rest of it was in buffers of the operating system when the connection was closed.
        assertThat(written.get()).isLessThan(8 * 1024 * 1024);
    }

    @Test
    void keeps_the_batch_when_the_connection_is_reset_after_the_body_was_read() {
        try (RawServer server = new RawServer(connection -> {
            RawServer.readRequest(connection);
            connection.setSoLinger(true, 0);
        })) {
            assertThat(send(server.port()).verdict()).isEqualTo(Verdict.LATER);
            assertThat(server.connections())
                    .as("and does not repeat the POST in silence")
                    .isEqualTo(1);
        }
    }

    @Test
    void keeps_the_batch_when_nobody_listens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(send(port).verdict()).isEqualTo(Verdict.LATER);
    }

    @Test
    void follows_no_redirect() {
        try (Recipient elsewhere = new Recipient()) {
            String answer =
                    "HTTP/1.1 307 Elsewhere\r\nLocation: " + elsewhere.endpoint() + "\r\nContent-Length: 0\r\n\r\n";
            assertThat(sendToOneThatAnswers(answer).verdict()).isEqualTo(Verdict.LATER);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void gives_up_on_a_server_that_sends_a_byte_now_and_then() {
        // The whole exchange has one limit, however the bytes come; a time-out for each read would never end.
        int limit = limited();
        long begin = System.nanoTime();
        try (RawServer server = new RawServer(connection -> {
            RawServer.readRequest(connection);
            InputStream never = connection.getInputStream();
            connection.setSoTimeout(limit / 10);
            while (true) {
                connection.getOutputStream().write('H');
                try {
                    if (never.read() < 0) {
                        return;
                    }
                } catch (SocketTimeoutException next) {
                    continue;
                }
            }
        })) {
            assertThat(send(server.port()).verdict()).isEqualTo(Verdict.LATER);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(limit - limit / 10), Duration.ofMillis(limit + 3_000));
    }

    @Test
    void does_not_wait_to_write_to_a_server_that_never_reads() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf.setReceiveBufferSize(1024);
            byte[] body = new byte[80 * 1024];
            Arrays.fill(body, (byte) ' ');
            int limit = limited();
            long begin = System.nanoTime();
            assertThat(send(deaf.getLocalPort(), body).verdict()).isEqualTo(Verdict.LATER);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(limit + 3_000));
        }
    }

    @Test
    void sends_exactly_these_headers_whatever_the_host_program_has_set() throws Exception {
        CookieHandler cookies = CookieHandler.getDefault();
        try {
            CookieHandler.setDefault(new CookieHandler() {
                @Override
                public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
                    return Map.of("Cookie", List.of("session=the host's"));
                }

                @Override
                public void put(URI uri, Map<String, List<String>> headers) {}
            });
            Authenticator.setDefault(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication("host", "secret".toCharArray());
                }
            });
            System.setProperty("http.agent", "the-host-program/1.0");
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", "9");
            System.setProperty("socksProxyHost", "127.0.0.1");
            System.setProperty("socksProxyPort", "9");
            // Else loopback addresses would be left out.
            System.setProperty("socksNonProxyHosts", "");
            AtomicReference<String> request = new AtomicReference<>();
            AtomicInteger port = new AtomicInteger();
            try (RawServer server = new RawServer(connection -> {
                request.set(RawServer.readRequest(connection));
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\nSet-Cookie: a=b\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            })) {
                port.set(server.port());
                assertThat(send(server.port()).verdict()).isEqualTo(Verdict.REFUSED);
                assertThat(server.connections()).isEqualTo(1);
            }
            assertThat(request.get())
                    .isEqualTo("POST /api/analytics?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + port
                            + "\r\nUser-Agent: pi/0.62.0 (linux; x86_64)\r\nContent-Type: application/json\r\nContent-Length: "
                            + BODY.length + "\r\n\r\n" + new String(BODY, StandardCharsets.UTF_8));
        } finally {
            CookieHandler.setDefault(cookies);
            Authenticator.setDefault(null);
            for (String property : List.of(
                    "http.agent",
                    "http.proxyHost",
                    "http.proxyPort",
                    "socksProxyHost",
                    "socksProxyPort",
                    "socksNonProxyHosts")) {
                System.clearProperty(property);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120000",
        "0, 0",
        "-5, 0",
        "999999999, 999999999000",
        "99999999999999999999, 9223372036854775807",
        "'Sat, 21 Nov 2026 00:01:00 GMT', 60000",
        "'Fri, 20 Nov 2026 00:00:00 GMT', 0",
        "soon, 0",
        "1.5, 0",
        "'', 0",
        "'120, 240', 0"
    })
    void reads_retry_after_as_seconds_or_date_and_junk_as_nothing(String value, long expected) {
        Outcome outcome = sendToOneThatAnswers("HTTP/1.1 429 Slow\r\nRetry-After: " + value + "\r\n\r\n");
        assertThat(outcome).isEqualTo(new Outcome(Verdict.LATER, expected));
    }

    /** Failure 26: the opt-out was checked late. Here: when the connection stands, right before the first byte. */
    @Test
    void writes_nothing_when_consent_is_withdrawn_while_it_connects() {
        AtomicInteger asked = new AtomicInteger();
        permits = () -> asked.getAndIncrement() == 0 ? TestPermits.anonymous() : null;
        AtomicReference<Integer> first = new AtomicReference<>();
        try (RawServer server = new RawServer(
                connection -> first.set(connection.getInputStream().read()))) {
            assertThat(send(server.port()).verdict()).isEqualTo(Verdict.WITHHELD);
            await().until(() -> first.get() != null);
        }
        assertThat(first.get())
                .as("the end of the connection, and no byte before it")
                .isEqualTo(-1);
        assertThat(AuditLog.lines(state)).isEmpty();
    }

    /** Failure 19: the log showed less than was sent. What cannot be logged is not sent. */
    @Test
    void sends_nothing_that_cannot_be_written_to_the_audit_log() throws Exception {
        Files.createDirectory(state.resolve("sent.jsonl"));
        try (Recipient recipient = new Recipient()) {
            assertThat(send(recipient.port()).verdict()).isEqualTo(Verdict.UNLOGGED);
            assertThat(recipient.received()).isEmpty();
        }
    }

    @Test
    void logs_a_batch_that_was_sent_twice_twice() {
        List<String> received = new ArrayList<>();
        try (Recipient recipient = new Recipient().answering(500)) {
            send(recipient.port());
            send(recipient.port());
            recipient.received().forEach(request -> received.add(request.body()));
        }
        assertThat(AuditLog.lines(state)).isEqualTo(received).hasSize(2);
    }
}
