package dev.vitrine.example.agent;

import dev.vitrine.example.agent.model.ModelEndpoint;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;
import org.jline.utils.Levenshtein;
import org.jspecify.annotations.Nullable;

/** The shell: a line in, a tool or a slash command run, its answer out. */
final class AgentShell {
    private static final String HELP = "/help";
    private static final String QUIT = "/quit";
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
        add(new PrivacySlashCommand(analytics.privacy(), terminal));
        add(new SettingsCommand(analytics.privacy(), terminal));
        add(new VersionCommand(analytics.privacy(), out));
        add(new UpdateCommand(analytics.updateCheck(), out));
        terminal.completeWith((reader, line, candidates) -> complete(line, candidates));
    }

    /** Reads and runs lines until the user leaves; answers the exit code. */
    int run() {
        for (String line = terminal.readLine(); line != null; line = terminal.readLine()) {
            List<String> words = words(line);
            String name = words.isEmpty() ? "" : name(words.get(0));
            if (name.equals(QUIT) && words.size() == 1) {
                return 0;
            }
            if (!words.isEmpty()) {
                run(name, words.subList(1, words.size()));
                out.flush();
            }
        }
        return 0;
    }

    /** The command that a word names: "privacy on", as every text spells it, is "/privacy on" here. */
    private String name(String typed) {
        return names().anyMatch(("/" + typed)::equals) ? "/" + typed : typed;
    }

    private void run(String name, List<String> arguments) {
        ShellCommand command = commands.get(name);
        if (command != null) {
            command.run(arguments);
        } else if (name.equals(HELP)) {
            help();
        } else {
            String nearest = nearest(name);
            out.println("pi knows no '" + Printable.of(name) + "'"
                    + (nearest == null ? "; /help lists what it knows" : "; did you mean " + nearest + "?"));
        }
    }

    /** The command that was probably meant; null when more than every third letter would be another. */
    private @Nullable String nearest(String typed) {
        return names().filter(name -> Levenshtein.distance(typed, name) * 3 <= Math.max(typed.length(), name.length()))
                .min(Comparator.comparingInt(name -> Levenshtein.distance(typed, name)))
                .orElse(null);
    }

    private Stream<String> names() {
        return Stream.concat(commands.keySet().stream(), Stream.of(HELP, QUIT));
    }

    private void help() {
        commands.values().forEach(command -> help(command.name() + " " + command.parameters(), command.summary()));
        help(HELP, "this list");
        help(QUIT, "leave");
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

    private void complete(ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            names().forEach(name -> candidates.add(new Candidate(name)));
        } else if (line.wordIndex() == 1 && commands.containsKey(line.words().get(0))) {
            commands.get(line.words().get(0)).candidates().forEach(word -> candidates.add(new Candidate(word)));
        }
    }

    /** The words of a line. What is said to a model is one, as it stands: apostrophes are no quotation marks there. */
    private static List<String> words(String line) {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return List.of();
        }
        return stripped.startsWith("ask ")
                ? List.of("ask", stripped.substring("ask ".length()).strip())
                : new DefaultParser().parse(stripped, stripped.length()).words();
    }
}
