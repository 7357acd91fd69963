package dev.vitrine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.internal.consent.TestPermits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
    @TempDir
    static Path directory;

    private static SSLContext client;
    private static RawServer valid;
    private static RawServer expired;
    private static RawServer remote;
    private static final List<String> requests = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void begin() throws Exception {
        Certificates certificates = new Certificates(directory);
        client = certificates.client();
        valid = new RawServer(certificates.server("valid", "localhost", "-1d", 30), ExchangeTest::answer);
        expired = new RawServer(certificates.server("expired", "localhost", "-60d", 30), ExchangeTest::answer);
        remote = new RawServer(certificates.server("remote", "pi.example", "-1d", 30), ExchangeTest::answer);
    }

    @AfterAll
    static void end() {
        valid.close();
        expired.close();
        remote.close();
    }

    private static void answer(Socket connection) throws IOException {
        requests.add(RawServer.readRequest(connection));
        connection
                .getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
    }

    private static Response post(String address, Map<String, String> environment, SSLContext trust) throws IOException {
        requests.clear();
        Exchange exchange = trust == null
                ? new Exchange(environment)
                : new Exchange(environment, new TransportLayerSecurity(trust));
        Request request =
                Request.post(Endpoint.of(address), "pi/1.0 (linux; x86_64)", "application/json", new byte[] {'{', '}'});
        return exchange.perform(TestPermits.anonymous(), request, true, () -> true);
    }

    @Test
    void speaks_tls_with_a_host_whose_chain_is_valid() throws Exception {
        Response response = post("https://localhost:" + valid.port() + "/x", Map.of(), client);
        assertThat(response).isEqualTo(new Response(200, null, "ok"));
        assertThat(requests.get(0)).startsWith("POST /x HTTP/1.1\r\n").endsWith("{}");
    }

    @Test
    void sends_nothing_to_a_host_whose_certificate_has_expired() {
        assertThatThrownBy(() -> post("https://localhost:" + expired.port() + "/x", Map.of(), client))
                .isInstanceOf(IOException.class);
        assertThat(requests).allMatch(String::isEmpty);
    }

    @Test
    void sends_nothing_to_a_host_with_another_hosts_certificate() {
        assertThatThrownBy(() -> post("https://localhost:" + remote.port() + "/x", Map.of(), client))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("localhost");
        assertThat(requests).allMatch(String::isEmpty);
    }

    @Test
    void sends_nothing_to_a_host_that_the_platform_does_not_trust_even_if_the_host_program_trusts_everybody()
            throws Exception {
        SSLContext before = SSLContext.getDefault();
        try {
            SSLContext.setDefault(client);
            assertThatThrownBy(() -> post("https://localhost:" + valid.port() + "/x", Map.of(), null))
                    .isInstanceOf(IOException.class);
            assertThat(requests).allMatch(String::isEmpty);
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void sends_nothing_where_tls_is_not_spoken() {
        try (RawServer plain = new RawServer(connection -> {
            byte[] hello = new byte[1024];
            int read = connection.getInputStream().read(hello);
            requests.add(new String(hello, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThatThrownBy(() -> post("https://localhost:" + plain.port() + "/x", Map.of(), client))
                    .isInstanceOf(IOException.class);
            assertThat(requests).allSatisfy(first -> assertThat(first).doesNotContain("POST", "{}"));
        }
    }

    /** A proxy that opens a tunnel to where the test's own "pi.example" is, which no resolver is asked for. */
    private static RawServer proxy(String answer, List<String> asked) {
        return new RawServer(connection -> {
            asked.add(RawServer.readRequest(connection));
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            if (!answer.contains(" 200 ")) {
                return;
            }
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), remote.port())) {
                Thread back = new Thread(() -> pipe(target, connection));
                back.start();
                pipe(connection, target);
                back.join();
            }
        });
    }

    private static void pipe(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            byte[] bytes = new byte[4096];
            int read;
            while ((read = in.read(bytes)) >= 0) {
                to.getOutputStream().write(bytes, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            return;
        }
    }

    @Test
    void goes_through_the_proxy_that_the_environment_names_and_speaks_tls_with_the_host_behind_it() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (RawServer proxy = proxy("HTTP/1.1 200 Connection established\r\n\r\n", asked)) {
            Map<String, String> environment = Map.of("HTTPS_PROXY", "http://jane:secret@127.0.0.1:" + proxy.port());
            Response response = post("https://pi.example/api", environment, client);
            assertThat(response.status()).isEqualTo(200);
        }
        assertThat(asked)
                .containsExactly("CONNECT pi.example:443 HTTP/1.1\r\nHost: pi.example:443\r\n"
                        + "Proxy-Authorization: Basic amFuZTpzZWNyZXQ=\r\n\r\n");
        assertThat(requests.get(0)).contains("Host: pi.example\r\n").doesNotContain("Proxy", "secret", "jane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 407 Who\r\n\r\n", "HTTP/1.1 302 Sign in\r\nLocation: http://x/\r\n\r\n", "junk\r\n"})
    void an_unwilling_proxy_is_no_answer_of_the_recipient(String answer) {
        try (RawServer proxy = proxy(answer, new CopyOnWriteArrayList<>())) {
            Map<String, String> environment = Map.of("https_proxy", "127.0.0.1:" + proxy.port());
            assertThatThrownBy(() -> post("https://pi.example/api", environment, client))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://pi.example/|pi.example|false",
                "https://pi.example/|*|false",
                "https://pi.example/|localhost, .example|false",
                "https://api.pi.example/|*.pi.example|false",
                "https://pi.example/|pi.example:443|false",
                "https://pi.example/|pi.example:8443|true",
                "https://epi.example/|pi.example|true",
                "https://PI.example/|Pi.Example|false",
                "https://pi.example/|''|true",
                "https://localhost/|''|false",
                "https://127.0.0.1/|''|false",
                "http://127.0.0.1/|''|false"
            })
    void goes_past_the_proxy_where_no_proxy_says_so_and_on_loopback(String address, String exempt, boolean proxied)
            throws Exception {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://127.0.0.1:3128", "NO_PROXY", exempt);
        assertThat(Proxy.of(environment, Endpoint.of(address)) != null).isEqualTo(proxied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:1", "socks5://127.0.0.1:1", "http://", "::::", "http://a b/"})
    void does_not_go_past_a_proxy_that_it_cannot_use(String value) {
        assertThatThrownBy(() -> Proxy.of(Map.of("HTTPS_PROXY", value), Endpoint.of("https://pi.example/")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pi.example/",
                "http://10.0.0.1/",
                "http://127.0.0.1.evil.example/",
                "ftp://127.0.0.1/",
                "https:///x",
                "https://user@pi.example/",
                "/relative",
                "",
                "https://pi example/"
            })
    void has_no_endpoint_but_https_and_loopback(String uri) {
        assertThatThrownBy(() -> Endpoint.of(uri)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_endpoint_keeps_its_path_and_query_and_names_its_port_only_if_it_is_unusual() {
        assertThat(Endpoint.of("https://pi.example").target()).isEqualTo("/");
        assertThat(Endpoint.of("https://pi.example/a%20b?c=d%26e").target()).isEqualTo("/a%20b?c=d%26e");
        assertThat(Endpoint.of("https://pi.example/\u00e4").target()).isEqualTo("/%C3%A4");
        assertThat(Endpoint.of("https://pi.example:443/").authority()).isEqualTo("pi.example");
        assertThat(Endpoint.of("https://pi.example:8443/").authority()).isEqualTo("pi.example:8443");
        assertThat(Endpoint.of("http://[::1]:8080/").address()).isEqualTo("::1");
    }

    @Test
    void no_header_can_begin_another_one() {
        Endpoint endpoint = Endpoint.of("https://pi.example/");
        assertThatThrownBy(() -> Request.get(endpoint, List.of("User-Agent: x\r\nCookie: y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_aborted_ends_at_once_and_nothing_follows() throws Exception {
        Exchange exchange = new Exchange(Map.of());
        try (RawServer silent = new RawServer(connection -> {
            RawServer.readRequest(connection);
            exchange.abort();
            connection.getInputStream().read();
        })) {
            Request request = Request.get(Endpoint.of("http://127.0.0.1:" + silent.port() + "/"), List.of());
            assertThatThrownBy(() -> exchange.perform(TestPermits.anonymous(), request, false, () -> true))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> exchange.perform(TestPermits.anonymous(), request, false, () -> true))
                    .isInstanceOf(IOException.class);
            assertThat(silent.connections()).isEqualTo(1);
        }
    }
}
