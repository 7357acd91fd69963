package dev.vitrine.collector.validation;

import dev.vitrine.catalog.json.PayloadVocabulary;
import java.util.UUID;
import java.util.regex.Pattern;

/** The forms that texts in a batch have, as the catalog's vocabulary and the protocol define them. */
final class TextForms {
    private static final Pattern RELEASE_VERSION = Pattern.compile(PayloadVocabulary.RELEASE_VERSION_PATTERN);
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");
    private static final int UUID_LENGTH = 36;
    private static final String NAME_MARKS = "._:/+@-";

    private TextForms() {}

    /** {@link PayloadVocabulary#NAME_PATTERN}, by hand: most values are of this form. */
    static boolean isName(String text) {
        int length = text.length();
        if (length == 0 || length > PayloadVocabulary.NAME_LENGTH || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && NAME_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    /** {@link PayloadVocabulary#RELEASE_VERSION_PATTERN}. */
    static boolean isReleaseVersion(String text) {
        return text.length() <= PayloadVocabulary.RELEASE_VERSION_LENGTH
                && RELEASE_VERSION.matcher(text).matches();
    }

    /** {@link PayloadVocabulary#PSEUDONYM_PATTERN}. */
    static boolean isPseudonym(String text) {
        return isHexadecimal(text, PayloadVocabulary.PSEUDONYM_LENGTH);
    }

    /** So many digits of 0 to 9 and a to f. */
    static boolean isHexadecimal(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** A user id, as the settings allow it. */
    static boolean isUserId(String text) {
        return USER_ID.matcher(text).matches();
    }

    /** A UUID in the form in which it is written. */
    static boolean isUuid(String value) {
        try {
            return value.length() == UUID_LENGTH
                    && UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
