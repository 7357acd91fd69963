package dev.vitrine.internal.reading;

import dev.vitrine.ConsentMode;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.delivery.DeliveryState;
import java.nio.file.Path;
import java.util.List;

/** {@code privacy preview}: what would be sent now, byte for byte, and what would be recorded next. */
public final class PreviewPage {
    private PreviewPage() {}

    /** The page. */
    public static String of(Gate gate, ApplicationType application) {
        Page page = new Page();
        if (!gate.decision().isOn()) {
            return page.paragraph(
                            "Nothing would be sent, because " + gate.decision().reason() + ".")
                    .toString();
        }
        Path stateDirectory = gate.places().stateDirectory();
        List<String> waiting = stateDirectory == null ? List.of() : DeliveryState.waiting(stateDirectory);
        if (waiting.isEmpty()) {
            page.paragraph("Nothing waits to be sent.");
        } else {
            page.paragraph("These requests wait to be sent, byte for byte:").gap();
            waiting.forEach(page::verbatim);
        }
        page.gap()
                .paragraph("Each experiment's event is sent as it happens, and looks like this:")
                .gap();
        boolean identified = gate.decision().mode() == ConsentMode.IDENTIFIED;
        for (ExperimentType<?> type : application.experiments()) {
            if (gate.mayRecord(type)) {
                page.verbatim(type.event() + " " + CatalogPage.example(type, identified));
            }
        }
        return page.toString();
    }
}
