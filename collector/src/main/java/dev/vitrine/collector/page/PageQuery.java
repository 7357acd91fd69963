package dev.vitrine.collector.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.collector.query.Filter;
import dev.vitrine.collector.query.Week;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a page's address asks for.
 *
 * @param filter which slices and weeks
 * @param shares whether columns show shares instead of counts
 */
record PageQuery(Filter filter, boolean shares) {
    private static final String VERSION = "version";
    private static final String PLATFORM = "platform";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String COLUMNS = "columns";
    private static final String SHARES = "shares";

    /** Reads the parameters of an address; what is missing or no week chooses nothing. */
    static PageQuery of(Function<String, @Nullable String> parameters) {
        Function<String, String> text = name -> {
            String value = parameters.apply(name);
            return value == null ? "" : value;
        };
        return new PageQuery(
                new Filter(
                        text.apply(VERSION),
                        text.apply(PLATFORM),
                        Week.parse(text.apply(FROM)),
                        Week.parse(text.apply(TO))),
                text.apply(COLUMNS).equals(SHARES));
    }

    /** The parameters again, with a question mark before them; empty if there are none. */
    String address() {
        StringBuilder address = new StringBuilder();
        append(address, VERSION, filter.version());
        append(address, PLATFORM, filter.platform());
        append(address, FROM, text(filter.from()));
        append(address, TO, text(filter.to()));
        append(address, COLUMNS, shares ? SHARES : "");
        return address.toString();
    }

    static String text(Optional<Week> week) {
        return week.map(Week::toString).orElse("");
    }

    private static void append(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append(address.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, UTF_8));
        }
    }
}
