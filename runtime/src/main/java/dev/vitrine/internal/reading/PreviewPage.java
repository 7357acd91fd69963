package dev.vitrine.internal.reading;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.delivery.BatchPreview;
import dev.vitrine.internal.delivery.DeliveryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code privacy preview}: what would be sent now, byte for byte, and what would be sent for each experiment's event. */
public final class PreviewPage implements Report {
    private final Gate gate;
    private final @Nullable BatchPermit permit;
    private final List<String> waiting;
    private final long unfinished;
    private final List<Next> next = new ArrayList<>();

    /** What would be sent for an experiment's event. */
    private record Next(String experiment, String body) {}

    /** Previews what {@code gate} lets out. */
    public PreviewPage(Gate gate, ApplicationType application, AnalyticsOptions options) {
        this.gate = gate;
        this.permit = gate.permitBatch();
        Path stateDirectory = gate.places().stateDirectory();
        this.waiting = permit == null || stateDirectory == null ? List.of() : DeliveryState.waiting(stateDirectory);
        this.unfinished = permit == null || stateDirectory == null
                ? 0
                : DeliveryState.read(stateDirectory).unfinishedEvents();
        if (permit != null) {
            BatchPreview preview = new BatchPreview(application, options, permit, gate.today());
            for (ExperimentType<?> type : application.experiments()) {
                if (gate.mayRecord(type)) {
                    next.add(new Next(type.id(), preview.of(type)));
                }
            }
        }
    }

    @Override
    public void text(Page page) {
        if (permit == null) {
            page.paragraph("Nothing would be sent, because " + gate.decision().reason() + ".");
            return;
        }
        if (waiting.isEmpty()) {
            page.paragraph(unfinished > 0 ? "No whole request waits to be sent." : "Nothing waits to be sent.");
        } else {
            page.paragraph("These requests wait to be sent, byte for byte:").gap();
            waiting.forEach(page::verbatim);
        }
        if (unfinished > 0) {
            page.gap()
                    .paragraph((unfinished == 1 ? "1 event is" : unfinished + " events are")
                            + " in the memory of a program that runs, in a request that is not whole yet.");
        }
        if (next.isEmpty()) {
            page.gap().paragraph("No experiment is running that you have agreed to, so nothing new would be sent.");
            return;
        }
        page.gap()
                .paragraph("Each experiment's event is sent as it happens, and the request then looks like this, with"
                        + " other values. In place of the zeros stands a random number, new for every request; a"
                        + " pseudonym is made with a key of this machine.");
        for (Next request : next) {
            page.gap().paragraph(request.experiment).verbatim(request.body);
        }
    }

    @Override
    public void json(JsonObjectWriter json) {
        json.flag("on", permit != null)
                .text("reason", gate.decision().reason())
                .texts("waiting", waiting)
                .number("unfinishedEvents", unfinished)
                .objects(
                        "next",
                        next,
                        (object, request) ->
                                object.text("experiment", request.experiment).text("body", request.body));
    }
}
