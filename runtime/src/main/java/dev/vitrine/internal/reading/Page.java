package dev.vitrine.internal.reading;

/** Text for a terminal: lines of at most 80 columns, broken between words. */
public final class Page {
    /** The most columns of a line. */
    public static final int WIDTH = 80;

    private final StringBuilder text = new StringBuilder();

    /** Adds an empty line, unless the page is empty or ends with one. */
    public Page gap() {
        if (text.length() > 0 && text.indexOf("\n\n", text.length() - 2) < 0) {
            text.append('\n');
        }
        return this;
    }

    /** Adds a paragraph. */
    public Page paragraph(String words) {
        return paragraph("", "", words);
    }

    /** Adds a paragraph whose lines stand {@code indent} columns in. */
    public Page indented(int indent, String words) {
        return paragraph(" ".repeat(indent), " ".repeat(indent), words);
    }

    /** Adds a label that takes {@code column} columns at least, and words beside it. */
    public Page entry(String label, int column, String words) {
        String padding = " ".repeat(Math.max(1, column - label.length()));
        return paragraph(label + padding, " ".repeat(column), words);
    }

    /** Adds one line as it is, however long: for bytes that must not be changed. */
    public Page verbatim(String line) {
        text.append(line).append('\n');
        return this;
    }

    private Page paragraph(String first, String rest, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : printable(words).split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(rest);
                empty = true;
            }
            if (!empty) {
                line.append(' ');
            }
            line.append(word);
            empty = false;
        }
        text.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    /** Texts of settings and catalogs cannot steer the terminal. */
    private static String printable(String words) {
        StringBuilder printable = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            boolean control = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                    || Character.getType(c) == Character.SURROGATE;
            printable.appendCodePoint(control ? ' ' : c);
        });
        return printable.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
