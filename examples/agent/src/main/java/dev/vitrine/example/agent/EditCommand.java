package dev.vitrine.example.agent;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code edit}: the edit tool, and the experiment that asks how well it works. */
final class EditCommand implements ShellCommand {
    private final PiAnalytics analytics;
    private final Session session;
    private final PrintWriter out;
    private final EditTool editTool = new EditTool();

    EditCommand(PiAnalytics analytics, Session session, PrintWriter out) {
        this.analytics = analytics;
        this.session = session;
        this.out = out;
    }

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String parameters() {
        return "FILE SEARCH REPLACE";
    }

    @Override
    public String summary() {
        return "replace a passage of a file";
    }

    @Override
    public void run(List<String> arguments) {
        if (arguments.size() != 3) {
            out.println("usage: edit FILE SEARCH REPLACE (quote what has spaces)");
            return;
        }
        try {
            edit(Path.of(arguments.get(0)), arguments.get(1), arguments.get(2));
        } catch (InvalidPathException malformed) {
            out.println("no file can be called '" + Printable.of(arguments.get(0)) + "'");
        }
    }

    private void edit(Path file, String search, String replacement) {
        String model = session.model();
        EditTool.Result result = editTool.edit(file, search, replacement);
        analytics.events().editToolOutcome(model, result.outcome(), result.attempts());
        switch (result.outcome()) {
            case APPLIED -> out.println("edited " + file);
            case NO_MATCH ->
                out.println("no such passage in " + file + ", looked for in "
                        + (result.attempts() == 1 ? "1 way" : result.attempts() + " ways") + "; nothing was changed");
            case IO_ERROR -> out.println(file + " cannot be read or written");
        }
    }
}
