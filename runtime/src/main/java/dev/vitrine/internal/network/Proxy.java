package dev.vitrine.internal.network;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy that the user's environment names: {@code HTTPS_PROXY}, but for the hosts of {@code NO_PROXY}; in lower
 * case too, which goes first, as with curl.
 */
final class Proxy {
    private static final int DEFAULT_PORT = 80;

    /** Its name or address. */
    final String host;
    /** Its port. */
    final int port;
    /** The value of {@code Proxy-Authorization}, or null. */
    final @Nullable String authorization;

    private Proxy(String host, int port, @Nullable String authorization) {
        this.host = host;
        this.port = port;
        this.authorization = authorization;
    }

    /**
     * The proxy for an endpoint, or null for none. A loopback address needs none.
     *
     * @throws IOException when the environment names one that cannot be used; going past it would be against its purpose
     */
    static @Nullable Proxy of(Map<String, String> environment, Endpoint endpoint) throws IOException {
        String value = variable(environment, "https_proxy");
        if (!endpoint.secure()
                || endpoint.isLoopback()
                || value.isEmpty()
                || isExempt(variable(environment, "no_proxy"), endpoint)) {
            return null;
        }
        try {
            URI uri = new URI(value.contains("://") ? value : "http://" + value).parseServerAuthority();
            String host = uri.getHost();
            if (host == null || !"http".equalsIgnoreCase(uri.getScheme())) {
                throw new IOException("HTTPS_PROXY names no HTTP proxy");
            }
            String user = uri.getUserInfo();
            String authorization = user == null
                    ? null
                    : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            String address = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return new Proxy(address, uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), authorization);
        } catch (URISyntaxException malformed) {
            throw new IOException("HTTPS_PROXY names no HTTP proxy", malformed);
        }
    }

    private static String variable(Map<String, String> environment, String lowerCase) {
        String value = environment.get(lowerCase);
        return value != null
                ? value.strip()
                : environment
                        .getOrDefault(lowerCase.toUpperCase(Locale.ROOT), "")
                        .strip();
    }

    private static boolean isExempt(String exemptions, Endpoint endpoint) {
        String host = endpoint.address().toLowerCase(Locale.ROOT);
        for (String exemption : exemptions.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            if (exemption.equals("*")) {
                return true;
            }
            String suffix = exemption.endsWith(":" + endpoint.port())
                    ? exemption.substring(0, exemption.lastIndexOf(':'))
                    : exemption;
            if (suffix.startsWith("*.")) {
                suffix = suffix.substring(2);
            } else if (suffix.startsWith(".")) {
                suffix = suffix.substring(1);
            } else if (suffix.startsWith("[") && suffix.endsWith("]")) {
                suffix = suffix.substring(1, suffix.length() - 1);
            }
            if (!suffix.isEmpty() && (host.equals(suffix) || host.endsWith('.' + suffix))) {
                return true;
            }
        }
        return false;
    }
}
