package dev.vitrine.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Locale;

/**
 * Texts as Java literals, in ASCII alone: a compiler that writes generated sources in some platform's encoding would
 * otherwise change the very words that users agreed to.
 */
final class Literals {
    private Literals() {}

    static CodeBlock of(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c >= ' ' && c < 0x7F) {
                        literal.append(c);
                    } else {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return CodeBlock.of("$L", literal.append('"'));
    }

    /** Literals separated by commas. */
    static CodeBlock of(List<String> texts) {
        return texts.stream().map(Literals::of).collect(CodeBlock.joining(", "));
    }

    /** A text within a Javadoc comment, in ASCII alone, so that nothing in it can end the comment or be a tag. */
    static String javadoc(String text) {
        StringBuilder comment = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == ' ' || Character.isWhitespace(c)) {
                comment.append(' ');
            } else if (c < 0x7F && (Character.isLetterOrDigit(c) || "?.,;:!-()'".indexOf(c) >= 0)) {
                comment.appendCodePoint(c);
            } else {
                comment.append("&#").append(c).append(';');
            }
        });
        return comment.toString();
    }
}
