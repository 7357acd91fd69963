package dev.vitrine.internal.platform;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** The terminal that the user sits at, if any. */
public final class Terminal {
    private Terminal() {}

    /** Whether standard input and output are both a terminal. */
    @SuppressWarnings("SystemConsoleNull") // what it says from Java 22 on is asked for below
    public static boolean isThere() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on, a console is there even when nobody sits at it, and says so by a method that Java 17 lacks. */
    private static boolean isTerminal(Console console) {
        if (Runtime.version().feature() < 22) {
            return true;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException unknown) {
            return false;
        }
    }
}
