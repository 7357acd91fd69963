package dev.vitrine.example.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes responses, whole ones and those that come in chunks (HTTP/1.1, RFC 9112). Each ends its connection. */
final class Response {
    private final OutputStream out;

    Response(OutputStream out) {
        this.out = out;
    }

    /** Writes a whole response. */
    void write(String status, String type, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        head(status, "Content-Type: " + type, "Content-Length: " + bytes.length, "Connection: close");
        out.write(bytes);
        out.flush();
    }

    /** Begins a response whose content follows in {@link #chunk}s. */
    void beginChunks(String type) throws IOException {
        head("200 OK", "Content-Type: " + type, "Transfer-Encoding: chunked", "Connection: close");
        out.flush();
    }

    /** Writes some of the content, which is not empty. */
    void chunk(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ascii(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        ascii("\r\n");
        out.flush();
    }

    /** Ends the content; without it, a client can tell that the response is broken. */
    void endChunks() throws IOException {
        ascii("0\r\n\r\n");
        out.flush();
    }

    /** Writes the status line and the header fields. */
    void head(String status, String... fields) throws IOException {
        ascii("HTTP/1.1 " + status + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n");
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
