package dev.vitrine.internal.reading;

import dev.vitrine.PrivacyUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code privacy help}: the commands; and what is said to one who typed another. */
public final class CommandList implements Report {
    private static final int COLUMN = 29;

    private static final List<PrivacyUsage> COMMANDS = List.of(
            new PrivacyUsage("status", "", "what you decided, what is in force, and why"),
            new PrivacyUsage("show", "[EXPERIMENT]", "what can be sent, to the last value"),
            new PrivacyUsage("changes", "", "what changed since you agreed"),
            new PrivacyUsage("on", "[MODE]", "agree: anonymous (if not said) or identified"),
            new PrivacyUsage("off", "", "refuse: nothing is sent, the tracking id goes"),
            new PrivacyUsage("disable", "", "refuse for ever: nobody asks again"),
            new PrivacyUsage("log", "[PAGE]", "what was sent, byte for byte, 20 requests a page"),
            new PrivacyUsage("preview", "", "what would be sent now"),
            new PrivacyUsage("reset-id", "", "a new tracking id in place of the old one"),
            new PrivacyUsage(
                    "forget",
                    "[ID]",
                    "refuse, have what was sent deleted, and delete ids, log and what waits; with an id, only ask again"),
            new PrivacyUsage("hint", "", "says that you can agree: once, ever"),
            new PrivacyUsage("help", "", "this list"));

    private final @Nullable String problem;
    private final @Nullable String nearest;

    private CommandList(@Nullable String problem, @Nullable String nearest) {
        this.problem = problem;
        this.nearest = nearest;
    }

    /** The commands. */
    public static CommandList help() {
        return new CommandList(null, null);
    }

    /** What is said to one who typed something else; the nearest is what was probably meant, after {@code privacy}. */
    public static CommandList misunderstood(String typed, @Nullable String nearest) {
        return new CommandList("There is no \"privacy " + typed + "\"; nothing was changed.", nearest);
    }

    /** The commands, in the order in which they are listed. */
    public static List<PrivacyUsage> commands() {
        return COMMANDS;
    }

    /** Whether this is a command that a word may follow. */
    public static boolean takesOperand(String command) {
        return COMMANDS.stream()
                .anyMatch(usage ->
                        usage.command().equals(command) && !usage.operand().isEmpty());
    }

    /** The command that was probably meant; null when none is near. */
    public static @Nullable String nearest(String typed) {
        return NearestWord.of(
                typed, COMMANDS.stream().map(PrivacyUsage::command).toList());
    }

    @Override
    public void text(Page page) {
        if (problem != null) {
            page.paragraph(problem + (nearest == null ? "" : " Did you mean: privacy " + nearest + '?') + " There are:")
                    .gap();
        }
        COMMANDS.forEach(command -> page.entry("privacy " + command, COLUMN, command.summary()));
        if (problem == null) {
            page.gap()
                    .paragraph(
                            "With --json, each answers with one JSON object for programs. Exit codes: 0 done, 1 could"
                                    + " not be done, 2 not understood, and nothing was changed.");
        }
    }

    @Override
    public void json(JsonObjectWriter json) {
        json.text("problem", problem)
                .text("nearest", nearest)
                .objects(
                        "commands",
                        COMMANDS,
                        (object, command) ->
                                object.text("usage", command.toString()).text("summary", command.summary()));
    }
}
