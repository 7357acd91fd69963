package dev.vitrine.protocols;

import dev.vitrine.Description;
import dev.vitrine.WireName;

/** Values that break what is put together without care. */
public enum Label {
    @Description("A plain one.")
    PLAIN("plain"),

    @Description("Ends a string.")
    @WireName(Label.QUOTES)
    QUOTED(Label.QUOTES),

    @Description("Begins an escape, or ends one.")
    @WireName(Label.BACKSLASHES)
    BACKSLASH(Label.BACKSLASHES),

    @Description("Ends an object, an array, a batch.")
    @WireName(Label.BRACES)
    BRACE(Label.BRACES),

    @Description("Is escaped in some readers.")
    @WireName(Label.MARKUP)
    MARK(Label.MARKUP),

    @Description("Has more than one byte a character.")
    @WireName(Label.LETTERS)
    LETTER(Label.LETTERS),

    @Description("Has more than one char a character.")
    @WireName(Label.PICTURES)
    PICTURE(Label.PICTURES),

    @Description("Is a number in some readers.")
    @WireName(Label.NUMBER)
    DIGITS(Label.NUMBER);

    static final String QUOTES = "She said \"no\", \"\",";
    static final String BACKSLASHES = "C:\\new\\table\\u0041\\";
    static final String BRACES = "}]}],{\"api_key\":[{";
    static final String MARKUP = "</script>&amp;<!--'%00|a=b";
    static final String LETTERS = "Ünïcödé — 漢字 עברית";
    static final String PICTURES = "🦊🧪";
    static final String NUMBER = "1e400";

    /** What it is on the wire. */
    final String text;

    Label(String text) {
        this.text = text;
    }
}
