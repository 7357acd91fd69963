package dev.vitrine.example.agent;

import dev.vitrine.PrivacyAnswer;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.SyntaxError;
import org.jline.reader.impl.DefaultParser;
import org.jspecify.annotations.Nullable;

/** The shell: a line in, a tool or a slash command run, its answer out. */
final class AgentShell {
    private static final String HELP =
            """
            edit FILE SEARCH REPLACE   replace a passage of a file
            model NAME                 say which model asks for edits
            /privacy ...               what pi collects, and whether: /privacy help
            /version                   the version, and whether analytics are on
            /help                      this list
            /quit                      leave""";

    private final PiAnalytics analytics;
    private final AgentTerminal terminal;
    private final PrintWriter out;
    private final EditTool editTool = new EditTool();
    private String model;

    AgentShell(PiAnalytics analytics, AgentTerminal terminal, String model) {
        this.analytics = analytics;
        this.terminal = terminal;
        this.out = terminal.out();
        this.model = model;
    }

    /** Reads and runs lines until the user leaves; answers the exit code. */
    int run() {
        for (String line = terminal.readLine(); line != null; line = terminal.readLine()) {
            List<String> words = words(line);
            if (words == null || words.isEmpty()) {
                continue;
            }
            if (words.get(0).equals("/quit")) {
                return 0;
            }
            run(words);
            out.flush();
        }
        return 0;
    }

    private void run(List<String> words) {
        List<String> arguments = words.subList(1, words.size());
        switch (words.get(0)) {
            case "edit" -> edit(arguments);
            case "model" -> model(arguments);
            case "/privacy" -> privacy(arguments);
            case "/version" -> {
                out.println("pi " + Pi.VERSION);
                out.println(analytics.privacy().versionLine());
            }
            case "/help" -> out.println(HELP);
            default -> out.println("pi knows no '" + words.get(0) + "'; /help lists what it knows");
        }
    }

    private void edit(List<String> arguments) {
        if (arguments.size() != 3) {
            out.println("usage: edit FILE SEARCH REPLACE (quote what has spaces)");
            return;
        }
        Path file;
        try {
            file = Path.of(arguments.get(0));
        } catch (InvalidPathException malformed) {
            out.println("no file can be called '" + arguments.get(0) + "'");
            return;
        }
        EditTool.Result result = editTool.edit(file, arguments.get(1), arguments.get(2));
        analytics.events().editToolOutcome(model, result.outcome(), result.attempts());
        switch (result.outcome()) {
            case APPLIED -> out.println("edited " + file);
            case NO_MATCH -> out.println("nothing in " + file + " matches, after " + result.attempts() + " attempts");
            case IO_ERROR -> out.println(file + " cannot be read or written");
        }
    }

    private void model(List<String> arguments) {
        if (arguments.size() != 1) {
            out.println("usage: model NAME (now " + model + ")");
            return;
        }
        model = arguments.get(0);
        out.println("edits are now asked for by " + model);
    }

    private void privacy(List<String> arguments) {
        PrivacyAnswer answer = analytics.privacy().run(arguments.toArray(new String[0]));
        out.println(answer.text().stripTrailing());
    }

    private @Nullable List<String> words(String line) {
        try {
            String stripped = line.strip();
            return stripped.isEmpty() ? List.of() : new DefaultParser().parse(stripped, stripped.length()).words();
        } catch (SyntaxError unbalanced) {
            out.println("a quotation mark is missing: " + line);
            return null;
        }
    }
}
