package dev.vitrine.internal.reading;

import dev.vitrine.internal.delivery.DeliveryState;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code privacy log}: the requests that left this machine, as the bytes that left, a page at a time. */
public final class AuditLogPage implements Report {
    /** How many requests are on a page. */
    public static final int REQUESTS = 20;

    private final @Nullable Path stateDirectory;
    private final List<String> requests;
    private final int page;

    private AuditLogPage(@Nullable Path stateDirectory, List<String> requests, int page) {
        this.stateDirectory = stateDirectory;
        this.requests = requests;
        this.page = page;
    }

    /** The newest page. */
    public static AuditLogPage newest(@Nullable Path stateDirectory) {
        List<String> requests = requests(stateDirectory);
        return new AuditLogPage(stateDirectory, requests, pages(requests));
    }

    /** The page with this number, the oldest being 1; null when there is none. */
    public static @Nullable AuditLogPage numbered(@Nullable Path stateDirectory, String number) {
        List<String> requests = requests(stateDirectory);
        if (!number.matches("[1-9][0-9]{0,8}") || Integer.parseInt(number) > pages(requests)) {
            return null;
        }
        return new AuditLogPage(stateDirectory, requests, Integer.parseInt(number));
    }

    /** How many pages there are, one at least. */
    public static int pages(@Nullable Path stateDirectory) {
        return pages(requests(stateDirectory));
    }

    private static List<String> requests(@Nullable Path stateDirectory) {
        return stateDirectory == null ? List.of() : DeliveryState.sent(stateDirectory);
    }

    private static int pages(List<String> requests) {
        return Math.max(1, (requests.size() + REQUESTS - 1) / REQUESTS);
    }

    @Override
    public void text(Page out) {
        if (requests.isEmpty()) {
            out.paragraph("Nothing is in the log: nothing was sent since it was begun.");
            return;
        }
        out.paragraph("What was sent, one request a line, byte for byte (" + stateDirectory + "):")
                .gap();
        shown().forEach(out::verbatim);
        out.gap().paragraph(requests.size() == 1 ? "1 request." : requests.size() + " requests.");
        int pages = pages(requests);
        if (pages > 1) {
            out.paragraph("This is page " + page + " of " + pages + ", the oldest being 1."
                    + (page > 1 ? " Before it: privacy log " + (page - 1) + '.' : "")
                    + (page < pages ? " After it: privacy log " + (page + 1) + '.' : ""));
        }
    }

    @Override
    public void json(JsonObjectWriter json) {
        json.number("requests", requests.size())
                .number("page", page)
                .number("pages", pages(requests))
                .texts("bodies", shown());
    }

    private List<String> shown() {
        return requests.subList((page - 1) * REQUESTS, Math.min(requests.size(), page * REQUESTS));
    }
}
