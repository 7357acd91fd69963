package dev.vitrine.internal.reading;

import dev.vitrine.internal.delivery.DeliveryState;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code privacy log}: the requests that left this machine, as the bytes that left. */
public final class AuditLogPage {
    private AuditLogPage() {}

    /** The page. */
    public static String of(@Nullable Path stateDirectory) {
        List<String> requests = stateDirectory == null ? List.of() : DeliveryState.sent(stateDirectory);
        Page page = new Page();
        if (requests.isEmpty()) {
            return page.paragraph("Nothing was sent yet.").toString();
        }
        page.paragraph("What was sent, one request a line, byte for byte" + " (" + stateDirectory + "):")
                .gap();
        requests.forEach(page::verbatim);
        return page.gap()
                .paragraph(requests.size() == 1 ? "1 request." : requests.size() + " requests.")
                .toString();
    }
}
