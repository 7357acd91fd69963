package dev.vitrine.example.provider;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A server's end of a WebSocket (RFC 6455), as far as this provider needs it: text in whole messages, and closing. */
final class SocketFrames {
    /** The fixed text that RFC 6455, section 1.3, has every server append to the client's key. */
    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int LAST_FRAME = 0x80;
    private static final int MASKED = 0x80;
    private static final int LARGEST_FRAME = 8 * 1024 * 1024;

    private final DataInputStream in;
    private final OutputStream out;

    SocketFrames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** What the server answers to the client's {@code Sec-WebSocket-Key}. */
    static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + KEY_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-1", missing);
        }
    }

    /** Reads the next text; null when the client closes. */
    @Nullable
    String readText() throws IOException {
        StringBuilder message = new StringBuilder();
        while (true) {
            int head = in.readUnsignedByte();
            byte[] content = content();
            switch (head & 0xF) {
                case CLOSE -> {
                    return null;
                }
                case PING -> write(PONG, content);
                case PONG -> {
                    continue;
                }
                default -> {
                    message.append(new String(content, StandardCharsets.UTF_8));
                    if ((head & LAST_FRAME) != 0) {
                        return message.toString();
                    }
                }
            }
        }
    }

    /** Writes a text. */
    void writeText(String text) throws IOException {
        write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says that nothing follows; 1000 is a normal end, 1011 an error of the server's. */
    void writeClose(int code) throws IOException {
        write(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }

    private byte[] content() throws IOException {
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        // A client masks every frame (RFC 6455, section 5.1).
        if ((second & MASKED) == 0 || length < 0 || length > LARGEST_FRAME) {
            throw new IOException("a frame without a mask, or of " + length + " bytes");
        }
        byte[] mask = in.readNBytes(4);
        byte[] content = in.readNBytes((int) length);
        for (int i = 0; i < content.length; i++) {
            content[i] ^= mask[i & 3];
        }
        return content;
    }

    private void write(int kind, byte[] content) throws IOException {
        out.write(LAST_FRAME | kind);
        if (content.length < 126) {
            out.write(content.length);
        } else if (content.length < 1 << 16) {
            out.write(new byte[] {126, (byte) (content.length >> 8), (byte) content.length});
        } else {
            out.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((byte) ((long) content.length >> shift));
            }
        }
        out.write(content);
        out.flush();
    }
}
