package dev.vitrine.internal.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads an answer: at most 4 KiB of it, whatever the server sends.
 *
 * <p>The status line must have come whole. After that, an answer that breaks off is taken for what it has said so far: a
 * status is what the server decided, and asking again would only make it decide twice.
 */
final class ResponseReader {
    static final int LIMIT = 4096;
    private static final int STATUS_END = "HTTP/1.1 200".length();

    private final InputStream in;
    private final byte[] bytes;
    private int length;
    private int position;

    ResponseReader(InputStream in) {
        this(in, new byte[LIMIT]);
    }

    /** Takes {@value #LIMIT} bytes of memory to read into, which may be used again afterwards. */
    ResponseReader(InputStream in, byte[] memory) {
        this.in = in;
        this.bytes = memory;
    }

    /**
     * Reads the final answer, past interim ones (RFC 9110, section 15.2).
     *
     * @param withBody whether the body is wanted; if not, it is left unread
     * @throws IOException when no whole status line comes, or what comes is not HTTP/1
     */
    Response read(boolean withBody) throws IOException {
        while (true) {
            int status = readStatus();
            Map<String, String> headers = new HashMap<>();
            boolean wholeHead = readHeaders(headers, status >= 200);
            if (status >= 200) {
                byte[] body = withBody && wholeHead ? readBody(headers) : new byte[0];
                return new Response(status, headers.get("retry-after"), new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    private int readStatus() throws IOException {
        int end = lineEnd();
        if (end < 0) {
            throw new IOException("the answer ended before its status line did");
        }
        String line = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1).stripTrailing();
        position = end + 1;
        boolean http = line.length() >= STATUS_END
                && line.startsWith("HTTP/1.")
                && isDigit(line.charAt(7))
                && line.charAt(8) == ' '
                && isDigit(line.charAt(9))
                && isDigit(line.charAt(10))
                && isDigit(line.charAt(11))
                && (line.length() == STATUS_END || line.charAt(STATUS_END) == ' ');
        int status = http ? Integer.parseInt(line.substring(9, STATUS_END)) : 0;
        if (status < 100 || status > 599) {
            throw new IOException("what answers does not speak HTTP/1.1");
        }
        return status;
    }

    /** Reads to the empty line; false when the answer breaks off before it, which only a final answer may. */
    private boolean readHeaders(Map<String, String> headers, boolean mayBreakOff) throws IOException {
        while (true) {
            int end;
            try {
                end = lineEnd();
            } catch (IOException broken) {
                if (mayBreakOff) {
                    return false;
                }
                throw broken;
            }
            if (end < 0) {
                if (mayBreakOff) {
                    return false;
                }
                throw new IOException("the answer ended before its final status came");
            }
            String line = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1).strip();
            position = end + 1;
            if (line.isEmpty()) {
                return true;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
    }

    private byte[] readBody(Map<String, String> headers) {
        boolean chunked = headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
        try {
            return chunked ? readChunks() : readUpTo(contentLength(headers));
        } catch (IOException broken) {
            return new byte[0];
        }
    }

    private byte[] readUpTo(int count) throws IOException {
        while (length - position < count && fill()) {
            // Until it is there, or the connection ends, or the limit is reached.
        }
        int read = Math.min(count, length - position);
        byte[] body = new byte[read];
        System.arraycopy(bytes, position, body, 0, read);
        position += read;
        return body;
    }

    private byte[] readChunks() throws IOException {
        byte[] body = new byte[0];
        while (true) {
            int end = lineEnd();
            if (end < 0) {
                return body;
            }
            String size = new String(bytes, position, end - position, StandardCharsets.ISO_8859_1);
            position = end + 1;
            int count;
            try {
                count = Integer.parseInt(size.split(";", -1)[0].strip(), 16);
            } catch (NumberFormatException malformed) {
                throw new IOException("a chunk without a size", malformed);
            }
            if (count <= 0) {
                return body;
            }
            byte[] chunk = readUpTo(count);
            byte[] longer = new byte[body.length + chunk.length];
            System.arraycopy(body, 0, longer, 0, body.length);
            System.arraycopy(chunk, 0, longer, body.length, chunk.length);
            body = longer;
            if (chunk.length < count || lineEnd() < 0) {
                return body;
            }
            position = lineEnd() + 1;
        }
    }

    private static int contentLength(Map<String, String> headers) {
        try {
            return Math.max(0, Integer.parseInt(headers.getOrDefault("content-length", Integer.toString(LIMIT))));
        } catch (NumberFormatException malformed) {
            return LIMIT;
        }
    }

    /** Where the line feed of the current line is; -1 when the connection ends, or the limit is reached, before it. */
    private int lineEnd() throws IOException {
        int searched = position;
        while (true) {
            for (; searched < length; searched++) {
                if (bytes[searched] == '\n') {
                    return searched;
                }
            }
            if (!fill()) {
                return -1;
            }
        }
    }

    private boolean fill() throws IOException {
        if (length == LIMIT) {
            return false;
        }
        int read = in.read(bytes, length, LIMIT - length);
        length += Math.max(0, read);
        return read > 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
