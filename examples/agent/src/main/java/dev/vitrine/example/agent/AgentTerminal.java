package dev.vitrine.example.agent;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Where the shell reads lines and prints: a person's terminal with line editing, or plain standard input and output. */
abstract class AgentTerminal implements AutoCloseable {
    static final String PROMPT = "pi> ";

    /** Takes the terminal when there is one on both ends, and plain streams otherwise. */
    static AgentTerminal open() throws IOException {
        return isPersonThere() ? new Person() : new Streams();
    }

    /** Reads the next line after a prompt, or null at the end of input. */
    abstract @Nullable String readLine();

    /** Reads one answer after {@code prompt}; null at the end of the input, or when the user breaks off. */
    abstract @Nullable String readAnswer(String prompt);

    /** Whether nothing was typed ahead. */
    boolean isFree() {
        try {
            return System.in.available() == 0;
        } catch (IOException unknown) {
            return true;
        }
    }

    /** How many columns a line has. */
    int columns() {
        return 80;
    }

    /** Where the shell prints. */
    abstract PrintWriter out();

    /** Completes what a person types. */
    void completeWith(Completer completer) {}

    @Override
    public abstract void close() throws IOException;

    /** From Java 22 on, a console is there even when nobody sits at it, and says so by a method that Java 17 lacks. */
    private static boolean isPersonThere() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    private static final class Person extends AgentTerminal {
        private Completer completer = NullCompleter.INSTANCE;
        private final Terminal terminal = TerminalBuilder.builder().system(true).build();
        private final LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("pi")
                .completer((lines, line, candidates) -> completer.complete(lines, line, candidates))
                // An exclamation mark is part of what a person says to a model.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();

        Person() throws IOException {}

        @Override
        @Nullable
        String readLine() {
            while (true) {
                try {
                    return reader.readLine(PROMPT);
                } catch (UserInterruptException interrupted) {
                    out().println("(/quit leaves)");
                } catch (EndOfFileException end) {
                    return null;
                }
            }
        }

        @Override
        @Nullable
        String readAnswer(String prompt) {
            try {
                return reader.readLine(prompt);
            } catch (UserInterruptException | EndOfFileException none) {
                return null;
            }
        }

        @Override
        int columns() {
            int columns = terminal.getSize().getColumns();
            return columns > 0 ? columns : super.columns();
        }

        @Override
        PrintWriter out() {
            return terminal.writer();
        }

        @Override
        void completeWith(Completer completer) {
            this.completer = completer;
        }

        @Override
        public void close() throws IOException {
            terminal.close();
        }
    }

    private static final class Streams extends AgentTerminal {
        private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

        @Override
        @Nullable
        String readLine() {
            return readAnswer(PROMPT);
        }

        @Override
        @Nullable
        String readAnswer(String prompt) {
            out.print(prompt);
            out.flush();
            try {
                return in.readLine();
            } catch (IOException unreadable) {
                return null;
            }
        }

        @Override
        PrintWriter out() {
            return out;
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
