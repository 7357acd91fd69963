package dev.vitrine.collector.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets only those in who ask for this server under a name of its own. A web site that points its own name at this machine
 * (DNS rebinding) would otherwise read the page with the browser of somebody who may.
 */
public final class HostGuard extends Handler.Wrapper {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    private final Set<String> names;

    /**
     * Guards a handler.
     *
     * @param handler what answers those who are let in
     * @param names the names, without ports, under which a reverse proxy asks; those of loopback are always known
     */
    public HostGuard(Handler handler, Iterable<String> names) {
        super(handler);
        this.names = Stream.concat(LOOPBACK.stream(), StreamSupport.stream(names.spliterator(), false))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a browser can ask for a host of this name: a DNS name or an address, IPv6 in brackets, without a port. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String host = Request.getServerName(request);
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        if (names.contains(name)) {
            return super.handle(request, response, callback);
        }
        Page refusal = Page.error(
                HttpStatus.MISDIRECTED_REQUEST_421,
                "This page is not known under that name. Ask for it as localhost, or start the collector with"
                        + " --page-host and the name.");
        return PageHandler.send(response, callback, refusal);
    }
}
