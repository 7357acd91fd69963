package dev.vitrine.internal.reading;

/** Text for a terminal: lines of at most so many columns, broken between words, and within one that fills a line. */
public final class Page {
    /** The columns of a terminal of which nothing is known, and the most that a question takes. */
    public static final int WIDTH = 80;

    private static final int NARROWEST = 20;
    /** Longer lines are hard to read. */
    private static final int WIDEST = 120;

    private final StringBuilder text = new StringBuilder();
    private final int columns;

    /** A page of 80 columns. */
    public Page() {
        this(WIDTH);
    }

    /** A page for a terminal of so many columns; at least 20 and at most 120 of them are used. */
    public Page(int columns) {
        this.columns = Math.min(WIDEST, Math.max(NARROWEST, columns));
    }

    /** Adds an empty line, unless the page is empty or ends with one. */
    public Page gap() {
        if (text.length() > 0 && text.indexOf("\n\n", text.length() - 2) < 0) {
            text.append('\n');
        }
        return this;
    }

    /** Adds a paragraph. */
    public Page paragraph(String words) {
        return paragraph("", 0, words);
    }

    /** Adds a paragraph whose lines stand {@code indent} columns in, or less on a narrow page. */
    public Page indented(int indent, String words) {
        int in = Math.min(indent, columns / 4);
        return paragraph(" ".repeat(in), in, words);
    }

    /** Adds a label that takes {@code column} columns at least, and words beside it; on a narrow page, below it. */
    public Page entry(String label, int column, String words) {
        if (column * 2 > columns) {
            int in = label.length() - label.stripLeading().length();
            indented(in, label.strip());
            return words.isEmpty() ? this : indented(in + 2, words);
        }
        return paragraph(label + " ".repeat(Math.max(1, column - Columns.of(label))), column, words);
    }

    /** Adds one line as it is, however long: for bytes that must not be changed. */
    public Page verbatim(String line) {
        text.append(line).append('\n');
        return this;
    }

    private Page paragraph(String first, int indent, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : printable(words).split(" ", -1)) {
            if (begun && used(line) + 1 + Columns.of(word) > columns) {
                line = next(line, indent);
                begun = false;
            }
            line.append(begun ? " " : "");
            String rest = word;
            while (used(line) + Columns.of(rest) > columns && used(line) < columns) {
                String piece = Columns.beginning(rest, columns - used(line));
                line = next(line.append(piece), indent);
                rest = rest.substring(piece.length());
            }
            line.append(rest);
            begun = true;
        }
        next(line, indent);
        return this;
    }

    private static int used(StringBuilder line) {
        return Columns.of(line.toString());
    }

    /** Ends a line, and begins one {@code indent} columns in. */
    private StringBuilder next(StringBuilder line, int indent) {
        text.append(line.toString().stripTrailing()).append('\n');
        return new StringBuilder(" ".repeat(indent));
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
