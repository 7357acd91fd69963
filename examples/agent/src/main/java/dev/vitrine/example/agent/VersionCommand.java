package dev.vitrine.example.agent;

import dev.vitrine.Privacy;
import java.io.PrintWriter;
import java.util.List;

/** {@code /version}: the version, and whether analytics are on. */
final class VersionCommand implements ShellCommand {
    private final Privacy privacy;
    private final PrintWriter out;

    VersionCommand(Privacy privacy, PrintWriter out) {
        this.privacy = privacy;
        this.out = out;
    }

    @Override
    public String name() {
        return "/version";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public String summary() {
        return "the version, and whether analytics are on";
    }

    @Override
    public void run(List<String> arguments) {
        out.println("pi " + Pi.VERSION);
        out.println(privacy.versionLine());
    }
}
