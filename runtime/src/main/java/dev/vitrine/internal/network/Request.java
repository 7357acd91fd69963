package dev.vitrine.internal.network;

import dev.vitrine.internal.encoding.Utf8Buffer;
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
    private final byte @Nullable [] body;
    private final int length;

    private Request(String method, Endpoint endpoint, List<String> headers, byte @Nullable [] body, int length) {
        this.method = method;
        this.endpoint = endpoint;
        this.headers = headers;
        this.body = body;
        this.length = length;
    }

    private static List<String> checked(List<String> headers) {
        for (String header : headers) {
            // So that no value can begin a header of its own.
            if (!isPrintable(header)) {
                throw new IllegalArgumentException("a header holds a character that is not printable ASCII");
            }
        }
        return List.copyOf(headers);
    }

    /**
     * A request to get something, with these headers, each {@code Name: value}.
     *
     * @throws IllegalArgumentException when a header holds anything but printable ASCII
     */
    public static Request get(Endpoint endpoint, List<String> headers) {
        return new Request("GET", endpoint, checked(headers), null, 0);
    }

    /**
     * A request to post {@code body}: {@code User-Agent}, {@code Content-Type} and {@code Content-Length}.
     *
     * @throws IllegalArgumentException when a header holds anything but printable ASCII
     */
    public static Request post(Endpoint endpoint, String userAgent, String contentType, byte[] body) {
        List<String> headers = checked(List.of("User-Agent: " + userAgent, "Content-Type: " + contentType));
        return new Request("POST", endpoint, headers, body, body.length);
    }

    /** The same request with what {@code body} begins with, which is not copied: it must not change while it is sent. */
    public Request with(byte[] body, int length) {
        return new Request(method, endpoint, headers, body, length);
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

    /** Writes the request, in one piece, which is put together in a buffer that may be used again. */
    void writeTo(OutputStream out, Utf8Buffer buffer) throws IOException {
        buffer.truncate(0);
        buffer.appendAscii(method);
        buffer.append(' ');
        buffer.appendAscii(endpoint.target());
        buffer.appendAscii(" HTTP/1.1\r\nHost: ");
        buffer.appendAscii(endpoint.authority());
        buffer.appendAscii("\r\n");
        for (String header : headers) {
            buffer.appendAscii(header);
            buffer.appendAscii("\r\n");
        }
        if (body != null) {
            buffer.appendAscii("Content-Length: ");
            buffer.append((long) length);
            buffer.appendAscii("\r\n");
        }
        buffer.appendAscii("\r\n");
        if (body != null) {
            buffer.append(body, 0, length);
        }
        out.write(buffer.array(), 0, buffer.length());
        out.flush();
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
