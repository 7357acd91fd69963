package dev.vitrine.internal.asking;

import dev.vitrine.ConsentDialogue;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Asks on the terminal that the process was started on.
 *
 * <p>It reads the file descriptor itself, one byte at a time, not {@code System.in}: what a program has put in the place
 * of {@code System.in} is no user; and readers that read ahead would take from the application what the user has typed
 * for it. It writes to the console, and to nothing that the program has put in its place.
 */
public final class ConsoleDialogue implements ConsentDialogue {
    /** No answer is as long; what follows is read and forgotten. */
    private static final int MOST = 80;

    private static final int END_OF_TEXT = 3;
    private static final int END_OF_TRANSMISSION = 4;

    /** Takes the terminal as it is when the question is asked. */
    public ConsoleDialogue() {}

    @Override
    @SuppressWarnings("resource") // the standard input is the application's to close
    public boolean isFree() {
        try {
            return new FileInputStream(FileDescriptor.in).available() == 0;
        } catch (IOException unknown) {
            return true;
        }
    }

    @Override
    @SuppressWarnings("resource") // the standard input is the application's to close
    public @Nullable String ask(String question) throws IOException {
        show(question);
        String line = readLine(new FileInputStream(FileDescriptor.in));
        if (line == null) {
            show("\n");
        }
        return line;
    }

    @Override
    public void tell(String text) throws IOException {
        show(text);
    }

    @SuppressWarnings("SystemConsoleNull") // whether it is a terminal was asked before
    private static void show(String text) throws IOException {
        Console console = System.console();
        if (console == null) {
            throw new IOException("there is no console");
        }
        PrintWriter writer = console.writer();
        writer.print(text);
        writer.flush();
    }

    /** A line; null at the end of input. Should a line editor have left the terminal raw, its keys mean what they always do. */
    static @Nullable String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n' && next != '\r') {
            if (next < 0 || next == END_OF_TEXT || next == END_OF_TRANSMISSION) {
                return null;
            }
            if (line.length() < MOST) {
                line.append((char) next);
            }
            next = in.read();
        }
        if (next == '\r' && System.lineSeparator().equals("\r\n") && in.available() > 0) {
            // The second half of the line end of Windows.
            next = in.read();
        }
        return line.toString();
    }
}
