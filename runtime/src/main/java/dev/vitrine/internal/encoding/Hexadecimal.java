package dev.vitrine.internal.encoding;

/** Lower-case hexadecimal digits, read without regular expressions and lambdas, which cost at their first use. */
public final class Hexadecimal {
    private Hexadecimal() {}

    /** Whether {@code text} is exactly so many lower-case hexadecimal digits. */
    public static boolean isDigits(String text, int count) {
        if (text.length() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    /** An unsigned number of 32 bits as 8 digits. */
    public static String of(long number) {
        StringBuilder digits = new StringBuilder(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            digits.append(Character.forDigit((int) (number >> shift) & 0xF, 16));
        }
        return digits.toString();
    }
}
