package dev.vitrine.internal.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code privacy log}: the requests that left this machine, as the bytes that left. */
public final class AuditLogPage {
    /** In the order of age; the delivery names them. */
    private static final List<String> FILES = List.of("sent.1.jsonl", "sent.jsonl");

    private AuditLogPage() {}

    /**
     * The page.
     *
     * @throws IOException when the audit log cannot be read; the message can follow "because"
     */
    public static String of(@Nullable Path stateDirectory) throws IOException {
        List<String> requests = new ArrayList<>();
        if (stateDirectory != null) {
            for (String name : FILES) {
                Path file = stateDirectory.resolve(name);
                if (Files.isRegularFile(file)) {
                    requests.addAll(Files.readString(file, StandardCharsets.UTF_8)
                            .lines()
                            .toList());
                }
            }
        }
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
