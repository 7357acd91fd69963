package dev.vitrine.catalog.page;

import dev.vitrine.catalog.DisplayText;
import java.util.regex.Pattern;

/**
 * An address that somebody gave: a link if it is one of the web or of mail, words otherwise.
 *
 * @param text the address
 * @param target where the link goes; empty for none
 */
record Address(String text, String target) {
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
    private static final Pattern WEB = Pattern.compile("https?://\\S+");

    static Address of(String address) {
        String text = DisplayText.of(address);
        if (MAIL.matcher(text).matches()) {
            return new Address(text, "mailto:" + text);
        }
        return new Address(text, WEB.matcher(text).matches() ? text : "");
    }
}
