package dev.vitrine.example.agent;

import dev.vitrine.Privacy;
import java.util.List;

/** {@code /settings analytics}: the same switch as {@code /privacy on} and {@code /privacy off}, among the settings. */
final class SettingsCommand implements ShellCommand {
    private final Privacy privacy;
    private final AgentTerminal terminal;

    SettingsCommand(Privacy privacy, AgentTerminal terminal) {
        this.privacy = privacy;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "/settings";
    }

    @Override
    public String parameters() {
        return "analytics on|off|anonymous|identified";
    }

    @Override
    public String summary() {
        return "switch analytics";
    }

    @Override
    public List<String> candidates() {
        return List.of("analytics");
    }

    @Override
    public void run(List<String> arguments) {
        List<String> asked = privacyArguments(arguments);
        terminal.out()
                .println(
                        asked.isEmpty()
                                ? "usage: /settings " + parameters()
                                : privacy.forColumns(terminal.columns())
                                        .run(asked.toArray(new String[0]))
                                        .text()
                                        .stripTrailing());
    }

    /** What {@code /privacy} takes for the same; empty when nothing of the kind was typed. */
    private static List<String> privacyArguments(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2 || !arguments.get(0).equals("analytics")) {
            return List.of();
        }
        return switch (arguments.size() == 1 ? "" : arguments.get(1)) {
            case "" -> List.of("status");
            case "on" -> List.of("on");
            case "off" -> List.of("off");
            case "anonymous" -> List.of("on", "anonymous");
            case "identified" -> List.of("on", "identified");
            default -> List.of();
        };
    }
}
