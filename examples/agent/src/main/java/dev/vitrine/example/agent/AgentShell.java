package dev.vitrine.example.agent;

import dev.vitrine.example.agent.model.ModelEndpoint;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.reader.SyntaxError;
import org.jline.reader.impl.DefaultParser;
import org.jspecify.annotations.Nullable;

/** The shell: a line in, a tool or a slash command run, its answer out. */
final class AgentShell {
    private static final int COLUMN = 27;

    private final AgentTerminal terminal;
    private final PrintWriter out;
    private final Map<String, ShellCommand> commands = new LinkedHashMap<>();

    /** Takes the provider to ask, or null when none is known. */
    AgentShell(PiAnalytics analytics, AgentTerminal terminal, Session session, @Nullable ModelEndpoint endpoint) {
        this.terminal = terminal;
        this.out = terminal.out();
        add(new EditCommand(analytics, session, out));
        add(new AskCommand(analytics, session, endpoint, out));
        add(new ModelCommand(session, out));
        add(new TransportCommand(session, out));
        add(new PrivacySlashCommand(analytics.privacy(), out));
        add(new SettingsCommand(analytics.privacy(), out));
        add(new VersionCommand(analytics.privacy(), out));
        add(new UpdateCommand(analytics.updateCheck(), out));
    }

    /** What can be typed. */
    List<ShellCommand> commands() {
        return List.copyOf(commands.values());
    }

    /** Reads and runs lines until the user leaves; answers the exit code. */
    int run() {
        for (String line = terminal.readLine(); line != null; line = terminal.readLine()) {
            List<String> words = words(line);
            if (words.equals(List.of("/quit"))) {
                return 0;
            }
            if (!words.isEmpty()) {
                run(words.get(0), words.subList(1, words.size()));
                out.flush();
            }
        }
        return 0;
    }

    private void run(String name, List<String> arguments) {
        ShellCommand command = commands.get(name);
        if (command != null) {
            command.run(arguments);
        } else if (name.equals("/help")) {
            help();
        } else {
            out.println("pi knows no '" + Printable.of(name) + "'; /help lists what it knows");
        }
    }

    private void help() {
        commands.values().forEach(command -> help(command.name() + " " + command.parameters(), command.summary()));
        help("/help", "this list");
        help("/quit", "leave");
    }

    private void help(String usage, String summary) {
        String padded = usage.strip();
        // What is longer than the column stands on a line of its own.
        if (padded.length() >= COLUMN) {
            out.println(padded);
            padded = "";
        }
        out.println(padded + " ".repeat(COLUMN - padded.length()) + summary);
    }

    private void add(ShellCommand command) {
        commands.put(command.name(), command);
    }

    private List<String> words(String line) {
        try {
            String stripped = line.strip();
            return stripped.isEmpty()
                    ? List.of()
                    : new DefaultParser().parse(stripped, stripped.length()).words();
        } catch (SyntaxError unbalanced) {
            out.println("a quotation mark is missing: " + Printable.of(line));
            return List.of();
        }
    }
}
