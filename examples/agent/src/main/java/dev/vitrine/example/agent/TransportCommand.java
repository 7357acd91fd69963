package dev.vitrine.example.agent;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code transport}: says how the provider is talked to. */
final class TransportCommand implements ShellCommand {
    private final Session session;
    private final PrintWriter out;

    TransportCommand(Session session, PrintWriter out) {
        this.session = session;
        this.out = out;
    }

    @Override
    public String name() {
        return "transport";
    }

    @Override
    public String parameters() {
        return candidates().stream().collect(Collectors.joining("|"));
    }

    @Override
    public String summary() {
        return "choose how the model is asked";
    }

    @Override
    public List<String> candidates() {
        return Arrays.stream(TransportName.values()).map(TransportName::word).toList();
    }

    @Override
    public void run(List<String> arguments) {
        if (arguments.size() == 1) {
            for (TransportName transport : TransportName.values()) {
                if (transport.word().equals(arguments.get(0))) {
                    session.transport(transport);
                    out.println("the model is now asked over " + transport.explanation());
                    return;
                }
            }
        }
        out.println("usage: transport " + parameters() + " (now "
                + session.transport().word() + ")");
    }
}
