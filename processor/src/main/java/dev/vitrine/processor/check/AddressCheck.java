package dev.vitrine.processor.check;

import dev.vitrine.processor.declaration.Given;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks addresses: where to write, where to read, and where data goes. */
final class AddressCheck {
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");
    private static final Pattern PROJECT_KEY = Pattern.compile("api_key=[A-Za-z0-9_-]{1,128}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final Problems problems;

    AddressCheck(Problems problems) {
        this.problems = problems;
    }

    void checkContact(Given<String> contact) {
        if (!MAIL.matcher(contact.value()).matches() && !isHttps(contact.value())) {
            problems.report(Diagnostic.MALFORMED_CONTACT, contact.place(), contact.value());
        }
    }

    void checkPolicy(Given<String> policy) {
        if (!isHttps(policy.value())) {
            problems.report(Diagnostic.MALFORMED_POLICY, policy.place(), policy.value());
        }
    }

    void checkEndpoint(Given<String> endpoint) {
        checkEndpoint(endpoint, endpoint.value());
    }

    /** A project of PostHog's has an address and a public key, which stand together: both say who gets the data. */
    void checkPostHogEndpoint(Given<String> endpoint) {
        int query = endpoint.value().indexOf('?');
        if (query >= 0
                && PROJECT_KEY.matcher(endpoint.value().substring(query + 1)).matches()) {
            checkEndpoint(endpoint, endpoint.value().substring(0, query));
        } else {
            problems.report(Diagnostic.MISSING_PROJECT_KEY, endpoint.place(), endpoint.value());
        }
    }

    private void checkEndpoint(Given<String> endpoint, String address) {
        boolean isGood = uri(address)
                .filter(uri -> isHttps(uri) || isLoopback(uri))
                .filter(uri -> uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null)
                .isPresent();
        if (!isGood) {
            problems.report(Diagnostic.INSECURE_ENDPOINT, endpoint.place(), endpoint.value());
        }
    }

    /** Whether a text is an absolute https or http URI with a host. */
    static boolean isLink(String text) {
        return uri(text).isPresent();
    }

    private static boolean isHttps(String text) {
        return uri(text).filter(AddressCheck::isHttps).isPresent();
    }

    private static boolean isHttps(URI uri) {
        return "https".equals(uri.getScheme());
    }

    private static boolean isLoopback(URI uri) {
        return LOOPBACK.matcher(uri.getHost()).matches();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
