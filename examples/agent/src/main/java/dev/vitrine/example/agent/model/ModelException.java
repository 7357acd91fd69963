package dev.vitrine.example.agent.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A model gave no whole answer. The message is a sentence for the user, without a full stop. */
public abstract sealed class ModelException extends Exception {
    private static final long serialVersionUID = 1;

    private ModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The provider could not be reached, or answered with an error. */
    public static final class Network extends ModelException {
        private static final long serialVersionUID = 1;

        private final NetworkError.Kind kind;

        Network(NetworkError.Kind kind, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.kind = kind;
        }

        /** What went wrong. */
        public NetworkError.Kind kind() {
            return kind;
        }
    }

    /** A stream of server-sent events began and did not come to its end. */
    public static final class Stream extends ModelException {
        private static final long serialVersionUID = 1;

        private final SseStreamFailure.Stage stage;

        Stream(SseStreamFailure.Stage stage, String message, @Nullable IOException cause) {
            super(message, cause);
            this.stage = stage;
        }

        /** How far it had come. */
        public SseStreamFailure.Stage stage() {
            return stage;
        }
    }

    /** WebSocket is out of reach; nothing of the answer has arrived, so that another transport can be tried. */
    public static final class Upgrade extends ModelException {
        private static final long serialVersionUID = 1;

        private final WebSocketDowngrade.Reason reason;

        Upgrade(WebSocketDowngrade.Reason reason, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        /** Why. */
        public WebSocketDowngrade.Reason reason() {
            return reason;
        }
    }

    /** The user did not want to wait any longer. */
    public static final class Stopped extends ModelException {
        private static final long serialVersionUID = 1;

        Stopped(Exception cause) {
            super("stopped", cause);
        }
    }
}
