package dev.vitrine.benchmarks.stub;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection. */
final class RequestReader {
    private static final String FIELD = "data=";

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /**
     * A request.
     *
     * @param path its path
     * @param wireBytes how long its body was, as it came
     * @param plain its body, before it was compressed
     * @param body its body, readable
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, and compared with nothing
    record Request(String path, int wireBytes, byte[] plain, byte[] body) {}

    /** The next request; null when the other side has ended. */
    @Nullable
    Request next() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        String header;
        while (!(header = line()).isEmpty()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
        byte[] body = chunked ? chunks() : exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        boolean packed = "gzip".equalsIgnoreCase(headers.get("content-encoding"));
        byte[] plain = packed ? unpacked(body) : body;
        return new Request(first.split(" ", 3)[1], body.length, plain, readable(plain));
    }

    /** Mixpanel sends JSON in a form's field, as base 64. */
    private static byte[] readable(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.startsWith(FIELD)
                ? Base64.getDecoder()
                        .decode(URLDecoder.decode(text.substring(FIELD.length()), StandardCharsets.ISO_8859_1))
                : body;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(), 16);
            body.write(exactly(length));
            line();
        } while (length > 0);
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a body was cut short");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = in.read()) >= 0 && next != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacking.readAllBytes();
        }
    }

    /** How often {@code mark} occurs in {@code body}. */
    static int occurrences(byte[] body, String mark) {
        // One character for each byte, so that nothing can fail to decode.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int occurrences = 0;
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
            occurrences++;
        }
        return occurrences;
    }
}
