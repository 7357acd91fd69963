package dev.vitrine.catalog.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A part of the page that stands in it as it is, and which the page's content security policy names by its digest.
 *
 * @param text the part
 * @param digest {@code sha256-} and the digest in base 64, as CSP Level 3 has it
 */
record InlineResource(String text, String digest) {

    /** Reads a resource beside this class. */
    static InlineResource read(String name) {
        try (InputStream resource = InlineResource.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(
                        name + " is missing beside " + InlineResource.class.getName() + ": the jar was cut");
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new InlineResource(text, "sha256-" + Base64.getEncoder().encodeToString(sha256(text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256, which every Java platform must have", missing);
        }
    }
}
