package dev.vitrine.example.agent;

import java.util.List;

/** Something that the user can type. */
interface ShellCommand {
    /** The first word, such as {@code edit} or {@code /privacy}. */
    String name();

    /** The words that follow it, as {@code /help} shows them; empty for none. */
    String parameters();

    /** What it does, in a few words. */
    String summary();

    /** The words that can follow, for completion. */
    default List<String> candidates() {
        return List.of();
    }

    /** Does it, and prints what came of it. */
    void run(List<String> arguments);
}
