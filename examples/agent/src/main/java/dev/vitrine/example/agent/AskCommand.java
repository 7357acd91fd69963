package dev.vitrine.example.agent;

import dev.vitrine.example.agent.model.Answer;
import dev.vitrine.example.agent.model.ModelEndpoint;
import dev.vitrine.example.agent.model.ModelException;
import dev.vitrine.example.agent.model.Question;
import dev.vitrine.example.agent.model.Transport;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code ask}: asks the model, shows its answer as it arrives, and says what went wrong when none came. */
final class AskCommand implements ShellCommand {
    private final PiAnalytics analytics;
    private final Session session;
    private final @Nullable ModelEndpoint endpoint;
    private final PrintWriter out;

    AskCommand(PiAnalytics analytics, Session session, @Nullable ModelEndpoint endpoint, PrintWriter out) {
        this.analytics = analytics;
        this.session = session;
        this.endpoint = endpoint;
        this.out = out;
    }

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public String parameters() {
        return "TEXT ...";
    }

    @Override
    public String summary() {
        return "ask the model";
    }

    @Override
    public void run(List<String> arguments) {
        if (arguments.isEmpty()) {
            out.println("usage: ask TEXT ...");
        } else if (endpoint == null) {
            out.println("pi knows no address of a provider: start it with --provider-endpoint URI");
        } else {
            ask(endpoint, session.question(String.join(" ", arguments)));
        }
    }

    private void ask(ModelEndpoint endpoint, Question question) {
        AnswerPrinter printer = new AnswerPrinter(out);
        try {
            Answer answer = answer(endpoint, question, printer);
            printer.end();
            session.answered(question, answer.text());
            analytics.events().contextLength(question.model(), answer.contextTokens());
        } catch (ModelException.Network failed) {
            printer.end();
            analytics.events().networkError(question.model(), session.provider(), failed.kind());
            out.println("no answer: " + failed.getMessage());
        } catch (ModelException.Stream failed) {
            printer.end();
            analytics.events().sseStreamFailure(question.model(), session.provider(), failed.stage());
            out.println("no whole answer: " + failed.getMessage());
        } catch (ModelException other) {
            printer.end();
            out.println("no answer: " + other.getMessage());
        }
    }

    private Answer answer(ModelEndpoint endpoint, Question question, Consumer<String> printer) throws ModelException {
        if (session.transport() == TransportName.WEBSOCKET) {
            try {
                return endpoint.webSocket().ask(question, printer);
            } catch (ModelException.Upgrade impossible) {
                session.transport(TransportName.SSE);
                analytics.events().webSocketDowngrade(session.provider(), impossible.reason());
                out.println("(no WebSocket: " + impossible.getMessage() + "; going on with server-sent events)");
                out.flush();
            }
        }
        Transport transport = session.transport() == TransportName.HTTP ? endpoint.http() : endpoint.eventStream();
        return transport.ask(question, printer);
    }
}
