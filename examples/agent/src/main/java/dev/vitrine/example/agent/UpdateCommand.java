package dev.vitrine.example.agent;

import dev.vitrine.UpdateCheck;
import java.io.PrintWriter;
import java.util.List;

/** {@code /update}: asks whether there is a newer version; pi never asks by itself. */
final class UpdateCommand implements ShellCommand {
    private final UpdateCheck updateCheck;
    private final PrintWriter out;

    UpdateCommand(UpdateCheck updateCheck, PrintWriter out) {
        this.updateCheck = updateCheck;
        this.out = out;
    }

    @Override
    public String name() {
        return "/update";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public String summary() {
        return "ask whether there is a newer version";
    }

    @Override
    public void run(List<String> arguments) {
        out.println(updateCheck.ask().explanation());
    }
}
