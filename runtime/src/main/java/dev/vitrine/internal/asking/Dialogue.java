package dev.vitrine.internal.asking;

import org.jspecify.annotations.Nullable;

/** A terminal, as far as one question needs it. */
public interface Dialogue {
    /** Shows text that ends where the answer is typed. */
    void show(String text);

    /** Reads one line; null at the end of the input. */
    @Nullable
    String readLine();
}
