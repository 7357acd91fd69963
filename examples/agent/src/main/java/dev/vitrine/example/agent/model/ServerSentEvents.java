package dev.vitrine.example.agent.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events (WHATWG HTML, section 9.2.6, "Interpreting an event stream"): UTF-8, lines that end with LF,
 * CR or CRLF, comments, and data of several lines. Reconnecting is not for a request that is not idempotent, so
 * {@code id} and {@code retry} are read over.
 */
final class ServerSentEvents {
    /**
     * An event.
     *
     * @param type its type, {@code message} when the stream names none
     * @param data its data; lines are separated by LF
     */
    record Event(String type, String data) {}

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader text;
    private boolean atStart = true;
    private boolean afterCarriageReturn;
    private boolean inside;

    ServerSentEvents(InputStream content) {
        this.text = new InputStreamReader(content, StandardCharsets.UTF_8);
    }

    /**
     * Reads the next event with data; null at the end of the stream.
     *
     * @throws EOFException when the stream ends inside an event
     * @throws IOException when the stream breaks; {@link #isInsideEvent} tells where
     */
    @Nullable
    Event next() throws IOException {
        String type = "";
        StringBuilder data = new StringBuilder();
        for (String line = readLine(); line != null; line = readLine()) {
            if (line.isEmpty()) {
                inside = false;
                if (data.length() > 0) {
                    // Each line of data ends with LF, of which the last is not part of the data.
                    return new Event(type.isEmpty() ? "message" : type, data.substring(0, data.length() - 1));
                }
                type = "";
            } else if (isField(line)) {
                inside = true;
                int colon = line.indexOf(':');
                String value = colon < 0 ? "" : line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
                switch (colon < 0 ? line : line.substring(0, colon)) {
                    case "event" -> type = value;
                    case "data" -> data.append(value).append('\n');
                    default -> {
                        // The rest of the fields, those of later versions included, is read over.
                    }
                }
            }
        }
        if (inside) {
            throw new EOFException("the stream ended inside an event");
        }
        return null;
    }

    /** Whether the last thing that was read belongs to an event that has not ended. */
    boolean isInsideEvent() {
        return inside;
    }

    /** The next line without its end; null at the end of the stream, where a line without an end is none. */
    private @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next;
            try {
                next = text.read();
            } catch (IOException broken) {
                inside |= isField(line);
                throw broken;
            }
            boolean ends = next == '\n' || next == '\r';
            // The LF of a CRLF may arrive much later than its CR, which has ended the line already.
            boolean skipped = next == '\n' && afterCarriageReturn || next == BYTE_ORDER_MARK && atStart;
            afterCarriageReturn = next == '\r';
            atStart = false;
            if (next < 0) {
                inside |= isField(line);
                return null;
            } else if (ends && !skipped) {
                return line.toString();
            } else if (!skipped) {
                line.append((char) next);
            }
        }
    }

    private static boolean isField(CharSequence line) {
        return line.length() > 0 && line.charAt(0) != ':';
    }
}
