package dev.vitrine.internal.asking;

import java.io.Console;
import java.io.IOError;
import org.jspecify.annotations.Nullable;

/** The JVM's own console. */
public final class ConsoleDialogue implements Dialogue {
    private final Console console;

    private ConsoleDialogue(Console console) {
        this.console = console;
    }

    /** The console; null when there is none. Whether somebody sits at it is another question. */
    @SuppressWarnings("SystemConsoleNull") // null on Java 17 to 21
    public static @Nullable ConsoleDialogue open() {
        Console console = System.console();
        return console == null ? null : new ConsoleDialogue(console);
    }

    @Override
    public void show(String text) {
        console.writer().print(text);
        console.flush();
    }

    @Override
    public @Nullable String readLine() {
        try {
            return console.readLine();
        } catch (IOError broken) {
            // A terminal that went away while the user was asked has not said yes.
            return null;
        }
    }
}
