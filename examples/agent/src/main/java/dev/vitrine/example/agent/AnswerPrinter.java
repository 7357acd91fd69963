package dev.vitrine.example.agent;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints an answer piece by piece, and ends its last line. */
final class AnswerPrinter implements Consumer<String> {
    private final PrintWriter out;
    private boolean inLine;

    AnswerPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(String piece) {
        String printable = Printable.of(piece);
        out.print(printable);
        out.flush();
        inLine = printable.isEmpty() ? inLine : !printable.endsWith("\n");
    }

    /** Ends the line, if one was begun. */
    void end() {
        if (inLine) {
            out.println();
            inLine = false;
        }
    }
}
