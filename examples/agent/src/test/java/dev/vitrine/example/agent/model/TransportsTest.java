package dev.vitrine.example.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.example.agent.model.NetworkError.Kind;
import dev.vitrine.example.agent.model.SseStreamFailure.Stage;
import dev.vitrine.example.agent.model.WebSocketDowngrade.Reason;
import dev.vitrine.example.provider.Behaviour;
import dev.vitrine.example.provider.LocalProvider;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportsTest {
    private static final Question QUESTION = new Question(
            "gpt-5",
            List.of(
                    new Turn(Turn.Role.USER, "one two"),
                    new Turn(Turn.Role.MODEL, "three"),
                    new Turn(Turn.Role.USER, "Grüße an «die Welt» 🌍")));

    private LocalProvider provider;
    private final List<String> pieces = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        provider = new LocalProvider(0);
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
    }

    @Test
    void everyTransportBringsTheSameAnswer() throws Exception {
        for (Function<ModelEndpoint, Transport> way : ways()) {
            pieces.clear();
            Answer answer = way.apply(endpoint(patient())).ask(QUESTION, pieces::add);

            assertThat(answer.text()).isEqualTo("No model runs here. You asked: Grüße an «die Welt» 🌍");
            assertThat(answer.contextTokens()).isEqualTo(8);
            assertThat(String.join("", pieces)).isEqualTo(answer.text());
        }
    }

    @Test
    void streamsArriveInPieces() throws Exception {
        endpoint(patient()).eventStream().ask(QUESTION, pieces::add);
        assertThat(pieces).hasSizeGreaterThan(5);
        pieces.clear();
        endpoint(patient()).webSocket().ask(QUESTION, pieces::add);
        assertThat(pieces).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, UNAUTHORIZED",
        "LIMIT, RATE_LIMITED",
        "FAIL, SERVER_ERROR",
        "SILENCE, TIMED_OUT",
        "HANG_UP, CONNECTION_LOST",
        "GARBLE, INVALID_ANSWER"
    })
    void plainHttpSaysWhatKindOfErrorKeepsTheAnswerAway(Behaviour behaviour, Kind kind) {
        assertThat(network(behaviour, ModelEndpoint::http).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, UNAUTHORIZED",
        "LIMIT, RATE_LIMITED",
        "FAIL, SERVER_ERROR",
        "SILENCE, TIMED_OUT",
        "HANG_UP, CONNECTION_LOST"
    })
    void aStreamThatDoesNotBeginIsANetworkError(Behaviour behaviour, Kind kind) {
        assertThat(network(behaviour, ModelEndpoint::eventStream).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_STREAM, OPENING",
        "BREAK_AT_START, BEFORE_FIRST_EVENT",
        "BREAK_BETWEEN, BETWEEN_EVENTS",
        "BREAK_INSIDE, INSIDE_EVENT",
        "GARBLE, INSIDE_EVENT",
        "STALL, BETWEEN_EVENTS"
    })
    void aStreamThatFailsSaysHowFarItCame(Behaviour behaviour, Stage stage) {
        provider.behave(behaviour);
        ModelException.Stream failure = catchThrowableOfType(
                ModelException.Stream.class,
                () -> endpoint(patience(behaviour)).eventStream().ask(QUESTION, pieces::add));
        assertThat(failure.stage()).isEqualTo(stage);
        // What had arrived before the failure was shown.
        assertThat(pieces.isEmpty())
                .isEqualTo(stage == Stage.OPENING
                        || behaviour == Behaviour.BREAK_AT_START
                        || behaviour == Behaviour.GARBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "REJECT_UPGRADE, UPGRADE_REJECTED",
        "REFUSE, UPGRADE_REJECTED",
        "IGNORE_UPGRADE, TIMED_OUT",
        "SILENCE, TIMED_OUT",
        "HANG_UP, CLOSED_EARLY",
        "CLOSE_SOCKET, CLOSED_EARLY"
    })
    void aWebSocketThatBringsNothingSaysWhy(Behaviour behaviour, Reason reason) {
        provider.behave(behaviour);
        ModelException.Upgrade failure = catchThrowableOfType(
                ModelException.Upgrade.class,
                () -> endpoint(patience(behaviour)).webSocket().ask(QUESTION, pieces::add));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(pieces).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BREAK_BETWEEN, CONNECTION_LOST", "STALL, TIMED_OUT", "GARBLE, INVALID_ANSWER"})
    void aWebSocketThatBreaksInTheMiddleIsANetworkError(Behaviour behaviour, Kind kind) {
        assertThat(network(behaviour, ModelEndpoint::webSocket).kind()).isEqualTo(kind);
    }

    @Test
    void aProviderThatIsNotThereRefusesTheConnectionOfEveryTransport() throws IOException {
        provider.close();
        for (Function<ModelEndpoint, Transport> way : ways()) {
            assertThat(network(Behaviour.ANSWER, way).kind()).isEqualTo(Kind.CONNECTION_REFUSED);
        }
    }

    @Test
    void aHostWithoutANameIsNotFound() {
        // As the JDK's client puts it. Asking for such a name would ask a name server of somebody else's.
        IOException unresolved = new ConnectException();
        unresolved.initCause(new ConnectException().initCause(new UnresolvedAddressException()));
        assertThat(NetworkErrors.kind(unresolved)).isEqualTo(Kind.HOST_NOT_FOUND);
    }

    @Test
    void aProviderThatDoesNotSpeakTlsIsATlsError() {
        URI encrypted = URI.create(provider.endpoint().toString().replace("http:", "https:"));
        assertThat(network(new ModelEndpoint(encrypted, patient()).http()).kind())
                .isEqualTo(Kind.TLS);
    }

    private ModelException.Network network(Behaviour behaviour, Function<ModelEndpoint, Transport> way) {
        provider.behave(behaviour);
        return network(way.apply(endpoint(patience(behaviour))));
    }

    private ModelException.Network network(Transport transport) {
        return catchThrowableOfType(ModelException.Network.class, () -> transport.ask(QUESTION, pieces::add));
    }

    private ModelEndpoint endpoint(Duration patience) {
        return new ModelEndpoint(provider.endpoint(), patience);
    }

    private static List<Function<ModelEndpoint, Transport>> ways() {
        return List.of(ModelEndpoint::http, ModelEndpoint::eventStream, ModelEndpoint::webSocket);
    }

    private static Duration patience(Behaviour behaviour) {
        return switch (behaviour) {
            case SILENCE, STALL, IGNORE_UPGRADE -> Duration.ofMillis(700);
            default -> patient();
        };
    }

    private static Duration patient() {
        return Duration.ofSeconds(20);
    }
}
