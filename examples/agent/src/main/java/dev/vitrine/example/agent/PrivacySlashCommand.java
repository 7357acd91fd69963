package dev.vitrine.example.agent;

import dev.vitrine.Privacy;
import java.io.PrintWriter;
import java.util.List;

/** {@code /privacy}: what pi collects, and whether. */
final class PrivacySlashCommand implements ShellCommand {
    private final Privacy privacy;
    private final PrintWriter out;

    PrivacySlashCommand(Privacy privacy, PrintWriter out) {
        this.privacy = privacy;
        this.out = out;
    }

    @Override
    public String name() {
        return "/privacy";
    }

    @Override
    public String parameters() {
        return "...";
    }

    @Override
    public String summary() {
        return "what pi collects, and whether: /privacy help";
    }

    @Override
    public void run(List<String> arguments) {
        out.println(privacy.run(arguments.toArray(new String[0])).text().stripTrailing());
    }
}
