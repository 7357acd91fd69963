package dev.vitrine.internal.encoding;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/** Random bytes of the quality that keys need. */
public final class RandomBytes {
    private RandomBytes() {}

    /**
     * New random bytes, from the operating system's device where there is one: {@link SecureRandom} reads the same, and
     * costs 20 milliseconds at its first use, which a short run would feel at its exit.
     */
    public static byte[] next(int count) {
        try (InputStream device = new FileInputStream("/dev/urandom")) {
            byte[] bytes = device.readNBytes(count);
            if (bytes.length == count) {
                return bytes;
            }
        } catch (IOException | SecurityException noDevice) {
            return ofPlatform(count);
        }
        return ofPlatform(count);
    }

    /** New random bytes as lower-case hexadecimal digits, two for each byte. */
    public static String nextHexadecimal(int count) {
        Utf8Buffer digits = new Utf8Buffer(count * 2);
        digits.appendHexadecimal(next(count));
        return digits.toString();
    }

    private static byte[] ofPlatform(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
