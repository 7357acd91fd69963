package dev.vitrine.collector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.zip.GZIPOutputStream;

/** HTTP by hand, so that a test can say whatever a stranger could. */
public final class Http {
    private static final int PATIENCE_MILLISECONDS = 30_000;

    /** An answer: the status, and everything as it came. */
    public record Answer(int status, String text) {
        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    private Http() {}

    public static Answer post(URI address, String json, String... headers) throws IOException {
        return post(address, json.getBytes(UTF_8), headers);
    }

    public static Answer post(URI address, byte[] body, String... headers) throws IOException {
        return send("POST", address, body, headers);
    }

    public static Answer get(URI address) throws IOException {
        return send("GET", address, new byte[0]);
    }

    public static Answer send(String method, URI address, byte[] body, String... headers) throws IOException {
        String query = address.getRawQuery() == null ? "" : '?' + address.getRawQuery();
        StringBuilder head = new StringBuilder(method + ' ' + address.getRawPath() + query + " HTTP/1.1\r\n")
                .append("Host: 127.0.0.1:" + address.getPort() + "\r\nConnection: close\r\n")
                .append("Content-Length: " + body.length + "\r\n");
        boolean typed = false;
        for (String header : headers) {
            head.append(header).append("\r\n");
            typed |= header.startsWith("Content-Type");
        }
        if (!typed) {
            head.append("Content-Type: application/json\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        request.write(body);
        return raw(address, request.toByteArray());
    }

    /** Sends bytes, and reads until the server closes the connection. */
    public static Answer raw(URI address, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            try {
                socket.getOutputStream().write(request);
            } catch (IOException answeredEarly) {
                // The server need not read what it refuses.
                socket.shutdownOutput();
            }
            String text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }
    }

    public static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
