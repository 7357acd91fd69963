package dev.vitrine.example.agent.model;

import dev.vitrine.example.agent.model.NetworkError.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says of an exception or a status what kind of network error it is. Its text goes no further than the terminal. */
final class NetworkErrors {
    private NetworkErrors() {}

    /** What an exception of the JDK's HTTP client means. */
    static ModelException of(IOException failed) {
        if (failed instanceof InterruptedIOException && !(failed instanceof SocketTimeoutException)) {
            return new ModelException.Stopped(failed);
        }
        Kind kind = kind(failed);
        String message = switch (kind) {
            case HOST_NOT_FOUND -> "the provider's host name is not known";
            case CONNECTION_REFUSED -> "nothing listens at the provider's address";
            case TIMED_OUT -> "the provider did not answer in time";
            case TLS -> "no encrypted connection to the provider could be set up";
            default -> "the connection to the provider was lost";
        };
        return new ModelException.Network(kind, message, failed);
    }

    /** What a status that is no success means (RFC 9110, section 15). */
    static ModelException.Network of(int status) {
        Kind kind;
        String message;
        if (status >= 500) {
            kind = Kind.SERVER_ERROR;
            message = "the provider failed";
        } else if (status == 429) {
            kind = Kind.RATE_LIMITED;
            message = "the provider had too many requests";
        } else if (status == 401 || status == 403) {
            kind = Kind.UNAUTHORIZED;
            message = "the provider does not let you in";
        } else {
            kind = Kind.REJECTED;
            message = "the provider rejected the request";
        }
        return new ModelException.Network(kind, message + " (status " + status + ")", null);
    }

    /** The answer is not what the protocol says. */
    static ModelException.Network invalid(@Nullable Throwable cause) {
        return new ModelException.Network(Kind.INVALID_ANSWER, "the provider's answer cannot be understood", cause);
    }

    /** What kind of network error an exception is. */
    static Kind kind(IOException failed) {
        // The most precise cause is the innermost: the client wraps an unknown host in a ConnectException.
        Kind kind = Kind.CONNECTION_LOST;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return Kind.HOST_NOT_FOUND;
            } else if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
                return Kind.TIMED_OUT;
            } else if (cause instanceof SSLException) {
                kind = Kind.TLS;
            } else if (cause instanceof ConnectException && kind == Kind.CONNECTION_LOST) {
                kind = Kind.CONNECTION_REFUSED;
            }
        }
        return kind;
    }
}
