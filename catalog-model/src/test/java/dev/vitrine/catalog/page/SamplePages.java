package dev.vitrine.catalog.page;

import java.util.List;
import java.util.Map;

/** Callers for the sample catalog. */
final class SamplePages {
    static final Map<String, List<CallSite>> CALLERS = Map.of(
            "edit-tool-outcome",
            List.of(
                    new CallSite("com.example.pi.EditTool", "apply", 3),
                    new CallSite("com.example.pi.EditTool", "retry", 1)),
            "welcome-skipped",
            List.of());

    private SamplePages() {}
}
