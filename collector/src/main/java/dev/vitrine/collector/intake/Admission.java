package dev.vitrine.collector.intake;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** What is said by a request before its body is read. */
final class Admission {
    private static final String KEY_HEADER = "Ingest-Key";
    private static final String KEY_PARAMETER = "key";
    private static final int LONGEST_QUERY = 256;
    /** Headers by which a proxy says that it passes on what another has sent. */
    private static final List<String> PASSED_ON = List.of("Via", "Forwarded", "X-Forwarded-For");

    private static final String GZIP = "gzip";
    private static final String AS_OUR_CLIENTS_SAY = "application/json";
    private static final Pattern JSON =
            Pattern.compile("application/json( *; *charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    private final IngestKeys keys;

    Admission(IngestKeys keys) {
        this.keys = keys;
    }

    /** Why the request goes no further; null when it does. */
    @Nullable
    Reply refuse(Request request) {
        HttpFields headers = request.getHeaders();
        if (!request.getMethod().equals("POST")) {
            return Reply.ONLY_POST;
        }
        if (!isJson(headers)) {
            return Reply.NOT_JSON;
        }
        return request.getLength() > Body.LARGEST_SENT ? Reply.TOO_LARGE : null;
    }

    /** Whether the sender asks, by the headers that browsers and their kin have for it, that nothing be kept. */
    static boolean asksForNothing(Request request) {
        return isOne(request, "DNT") || isOne(request, "Sec-GPC");
    }

    private static boolean isOne(Request request, String header) {
        String value = request.getHeaders().get(header);
        return value != null && value.strip().equals("1");
    }

    /**
     * Why the sender may not add anything; null when it may. This machine may, and where there are keys only with what is its
     * own: behind a reverse proxy everybody else is at this machine's address too.
     */
    @Nullable
    Reply refuseSender(Request request) {
        if (isThisMachine(request) && !(keys.areGiven() && isPassedOn(request))) {
            return null;
        }
        String key = key(request);
        if (key == null) {
            return Reply.KEY_MISSING;
        }
        return keys.allows(key) ? null : Reply.KEY_UNKNOWN;
    }

    private static boolean isThisMachine(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress sender
                && !sender.isUnresolved()
                && sender.getAddress().isLoopbackAddress();
    }

    private static boolean isPassedOn(Request request) {
        return PASSED_ON.stream().anyMatch(request.getHeaders()::contains);
    }

    /** From the header, or from the query: a client says nothing but its catalog's endpoint, so it stands there. */
    private static @Nullable String key(Request request) {
        String header = request.getHeaders().get(KEY_HEADER);
        String query = request.getHttpURI().getQuery();
        if (header != null || query == null || query.length() > LONGEST_QUERY) {
            return header;
        }
        Fields parameters = Request.extractQueryParameters(request);
        return parameters.getValue(KEY_PARAMETER);
    }

    private static boolean isJson(HttpFields headers) {
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        String encoding = encoding(headers);
        return type != null
                && (type.equals(AS_OUR_CLIENTS_SAY)
                        || JSON.matcher(type.strip()).matches())
                && (encoding.isEmpty() || encoding.equals("identity") || encoding.equals(GZIP));
    }

    /** Whether the body comes compressed. */
    static boolean isCompressed(Request request) {
        return encoding(request.getHeaders()).equals(GZIP);
    }

    private static String encoding(HttpFields headers) {
        String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
        return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    }
}
