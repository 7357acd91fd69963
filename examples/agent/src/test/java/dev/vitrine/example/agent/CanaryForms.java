package dev.vitrine.example.agent;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The forms in which a marked text could hide in some bytes. */
final class CanaryForms {
    private CanaryForms() {}

    /** Each form of {@code canary}, by a name that says which; all in lower case. */
    static Map<String, String> of(String canary) {
        Map<String, String> forms = new LinkedHashMap<>();
        byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
        forms.put("plain", canary);
        forms.put("reversed", new StringBuilder(canary).reverse().toString());
        forms.put("hexadecimal", HexFormat.of().formatHex(bytes));
        forms.put("UTF-16 hexadecimal", HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_16BE)));
        forms.put("URL", URLEncoder.encode(canary, StandardCharsets.UTF_8));
        // Base64 of a text depends on where it stands among the bytes around it: three alignments, their edges cut off.
        for (int alignment = 0; alignment < 3; alignment++) {
            byte[] padded = new byte[bytes.length + alignment];
            System.arraycopy(bytes, 0, padded, alignment, bytes.length);
            String encoded = Base64.getEncoder().encodeToString(padded).replace("=", "");
            forms.put("base64 at " + alignment, encoded.substring(alignment == 0 ? 0 : 4, encoded.length() - 2));
        }
        for (String algorithm : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-512"}) {
            byte[] digest = digest(algorithm, bytes);
            forms.put(algorithm + " hexadecimal", HexFormat.of().formatHex(digest));
            forms.put(
                    algorithm + " base64", Base64.getEncoder().withoutPadding().encodeToString(digest));
            // Half a digest gives a text away as well as a whole one.
            forms.put(algorithm + " half", HexFormat.of().formatHex(Arrays.copyOf(digest, digest.length / 2)));
        }
        forms.replaceAll((name, form) -> form.toLowerCase(Locale.ROOT));
        return forms;
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
