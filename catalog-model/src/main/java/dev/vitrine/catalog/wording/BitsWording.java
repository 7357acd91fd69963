package dev.vitrine.catalog.wording;

import dev.vitrine.catalog.Bits;

/** Bits in words. */
public final class BitsWording {
    private BitsWording() {}

    /** How much an event can tell, without a full stop. */
    public static String sentence(Bits bits) {
        if (bits.closed().signum() == 0 && bits.isClosed()) {
            return "none";
        }
        StringBuilder sentence = new StringBuilder();
        sentence.append("at most ").append(bits.closed().toPlainString()).append(" an event");
        if (!bits.releaseVersions().isEmpty()) {
            sentence.append(", and a release version (")
                    .append(String.join(", ", bits.releaseVersions()))
                    .append(')');
        }
        if (!bits.pseudonyms().isEmpty()) {
            sentence.append(", and under identified a pseudonym (")
                    .append(String.join(", ", bits.pseudonyms()))
                    .append(')');
        }
        return sentence.toString();
    }
}
