package dev.vitrine.example.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came (HTTP/1.1, RFC 9112; a body has a {@code Content-Length}).
 *
 * @param method the method
 * @param path the path
 * @param headers the header fields, names in lower case
 * @param body the content
 */
record Request(String method, String path, Map<String, String> headers, byte[] body) {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    /** Reads a request; null when the client has closed the connection instead. */
    static @Nullable Request read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        String[] words = start.split(" ", -1);
        if (words.length != 3) {
            throw new IOException("not a request: " + start);
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new IOException("not a header field, or one too many: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(words[0], words[1], headers, body(in, headers.getOrDefault("content-length", "0")));
    }

    /** The value of a header field, or the empty text. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static byte[] body(InputStream in, String length) throws IOException {
        int size;
        try {
            size = Integer.parseInt(length);
        } catch (NumberFormatException malformed) {
            throw new IOException("not a length: " + length, malformed);
        }
        if (size < 0 || size > LARGEST_BODY) {
            throw new IOException("a body of " + length + " bytes is not taken");
        }
        return in.readNBytes(size);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST_LINE) {
                return null;
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
