package dev.vitrine.internal.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 request: what it holds, and {@code Host}, is all that is sent. */
public final class Request {
    private final String method;
    private final Endpoint endpoint;
    private final List<String> headers;
    private final byte[] body;

    private Request(String method, Endpoint endpoint, List<String> headers, byte[] body) {
        this.method = method;
        this.endpoint = endpoint;
        this.headers = List.copyOf(headers);
        this.body = body;
        for (String header : headers) {
            // So that no value can begin a header of its own.
            if (!header.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
                throw new IllegalArgumentException("a header holds a character that is not printable ASCII");
            }
        }
    }

    /**
     * A request to get something, with these headers, each {@code Name: value}.
     *
     * @throws IllegalArgumentException when a header holds anything but printable ASCII
     */
    public static Request get(Endpoint endpoint, List<String> headers) {
        return new Request("GET", endpoint, headers, new byte[0]);
    }

    /**
     * A request to post {@code body}: {@code User-Agent}, {@code Content-Type} and {@code Content-Length}.
     *
     * @throws IllegalArgumentException when a header holds anything but printable ASCII
     */
    public static Request post(Endpoint endpoint, String userAgent, String contentType, byte[] body) {
        return new Request(
                "POST",
                endpoint,
                List.of("User-Agent: " + userAgent, "Content-Type: " + contentType, "Content-Length: " + body.length),
                body);
    }

    /** Where it goes. */
    Endpoint endpoint() {
        return endpoint;
    }

    /** Asks a proxy for a connection to {@code endpoint} (RFC 9110, section 9.3.6). */
    static void connect(Endpoint endpoint, @Nullable String authorization, OutputStream out) throws IOException {
        String destination = endpoint.host() + ':' + endpoint.port();
        String head = "CONNECT " + destination + " HTTP/1.1\r\nHost: " + destination + "\r\n"
                + (authorization == null ? "" : "Proxy-Authorization: " + authorization + "\r\n") + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Writes the request, in one piece. */
    void writeTo(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(endpoint.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(endpoint.authority())
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        out.write(all);
        out.flush();
    }
}
