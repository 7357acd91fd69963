package dev.vitrine.example.agent;

import dev.vitrine.example.agent.model.ModelDatabase;
import java.io.PrintWriter;
import java.util.List;

/** {@code model}: says which model is asked, and asks for edits. */
final class ModelCommand implements ShellCommand {
    private final Session session;
    private final PrintWriter out;

    ModelCommand(Session session, PrintWriter out) {
        this.session = session;
        this.out = out;
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String parameters() {
        return "NAME";
    }

    @Override
    public String summary() {
        return "choose the model";
    }

    @Override
    public List<String> candidates() {
        return List.copyOf(ModelDatabase.bundled().models());
    }

    @Override
    public void run(List<String> arguments) {
        if (arguments.size() != 1) {
            out.println("usage: model NAME (now " + Printable.of(session.model()) + ")");
            return;
        }
        session.model(arguments.get(0));
        out.println("the model is now " + Printable.of(session.model()));
    }
}
