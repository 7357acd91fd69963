package dev.vitrine.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The random key of this installation, which turns a text into a pseudonym. Not safe for several threads at once. */
public final class PseudonymKey {
    /** The least length of a key: that of the hash, below which HMAC is weaker than it could be (RFC 2104, section 3). */
    public static final int LEAST_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * Takes a key of at least {@link #LEAST_BYTES} random bytes.
     *
     * @throws IllegalArgumentException when the key is shorter
     * @throws IllegalStateException when this JDK has no HMAC-SHA-256, which every Java platform must have
     */
    public PseudonymKey(byte[] key) {
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "a key of " + key.length + " bytes; at least " + LEAST_BYTES + " are needed");
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, missing);
        }
    }

    /** The 32 bytes of HMAC-SHA-256 (RFC 2104) over the UTF-8 of {@code text}. */
    public byte[] pseudonym(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
