package dev.vitrine.example.agent;

/** Makes text from elsewhere harmless to a terminal: without control characters there are no escape sequences. */
final class Printable {
    private Printable() {}

    /** The text, but for control characters other than line ends and tabs. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
