package dev.vitrine.internal.network;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a request goes. */
public final class Endpoint {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final boolean secure;
    private final String host;
    private final int port;
    private final String target;

    private Endpoint(boolean secure, String host, int port, String target) {
        this.secure = secure;
        this.host = host;
        this.port = port;
        this.target = target;
    }

    /**
     * Reads an absolute URI.
     *
     * @throws IllegalArgumentException when it is neither {@code https}, nor {@code http} to an address that is written as
     *     a loopback address; when it has no host, or has user information
     */
    public static Endpoint of(String uri) {
        URI parsed;
        try {
            // Java's URIs may hold characters that must be percent escapes on the wire.
            parsed = new URI(new URI(uri).toASCIIString()).parseServerAuthority();
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("no address to send to: " + uri, malformed);
        }
        String host = parsed.getHost();
        boolean secure = "https".equalsIgnoreCase(parsed.getScheme());
        if (host == null || parsed.getRawUserInfo() != null) {
            throw new IllegalArgumentException("no address to send to: " + uri);
        }
        if (!secure && !("http".equalsIgnoreCase(parsed.getScheme()) && isLoopback(host))) {
            throw new IllegalArgumentException("only https is used, but for loopback addresses: " + uri);
        }
        int port = parsed.getPort() >= 0 ? parsed.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        String path = parsed.getRawPath() == null || parsed.getRawPath().isEmpty() ? "/" : parsed.getRawPath();
        String target = parsed.getRawQuery() == null ? path : path + '?' + parsed.getRawQuery();
        return new Endpoint(secure, host, port, target);
    }

    /** Whether TLS is spoken; only a loopback address goes without. */
    boolean secure() {
        return secure;
    }

    /** A name or an address as it stands in the URI, an IPv6 address in square brackets. */
    public String host() {
        return host;
    }

    /** The port. */
    int port() {
        return port;
    }

    /** The path and the query, which begin with a slash. */
    String target() {
        return target;
    }

    /** Whether the host is written as a loopback address: {@code localhost}, {@code 127.0.0.0/8} or {@code [::1]}. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** The value of the header {@code Host}: the port is left out when it is the scheme's own. */
    public String authority() {
        return port == (secure ? HTTPS_PORT : HTTP_PORT) ? host : host + ':' + port;
    }

    /** The host as a resolver takes it: an IPv6 address without its brackets. */
    public String address() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || (host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }
}
