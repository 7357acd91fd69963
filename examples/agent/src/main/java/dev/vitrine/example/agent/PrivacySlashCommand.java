package dev.vitrine.example.agent;

import dev.vitrine.Privacy;
import dev.vitrine.PrivacyAnswer;
import dev.vitrine.PrivacyUsage;
import java.util.List;

/** {@code /privacy}: what pi collects, and whether. */
final class PrivacySlashCommand implements ShellCommand {
    private final Privacy privacy;
    private final AgentTerminal terminal;

    PrivacySlashCommand(Privacy privacy, AgentTerminal terminal) {
        this.privacy = privacy;
        this.terminal = terminal;
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
    public List<String> candidates() {
        return Privacy.commands().stream().map(PrivacyUsage::command).toList();
    }

    @Override
    public void run(List<String> arguments) {
        PrivacyAnswer answer = privacy.forColumns(terminal.columns()).run(arguments.toArray(new String[0]));
        terminal.out().println(answer.text().stripTrailing());
    }
}
