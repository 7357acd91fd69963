package dev.vitrine.internal.reading;

import dev.vitrine.ConsentMode;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.SideRequestType;
import dev.vitrine.internal.settings.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** {@code privacy show}: the catalog, with the values that are known only at run time as they are now. */
public final class CatalogPage implements Report {
    private static final int COLUMN = 16;

    private final ApplicationType application;
    private final CatalogFile catalog;
    private final ExperimentText experiments;

    private CatalogPage(ApplicationType application, CatalogFile catalog, long today) {
        this.application = application;
        this.catalog = catalog;
        this.experiments = new ExperimentText(application, today);
    }

    /**
     * Reads the catalog of an application; {@code today} is counted in days since 1970-01-01 (UTC).
     *
     * @throws IOException when it cannot be read; the message can follow "because"
     */
    public static CatalogPage of(ApplicationType application, long today) throws IOException {
        return new CatalogPage(application, CatalogFile.read(application), today);
    }

    /** The ids of the experiments. */
    public List<String> ids() {
        return catalog.experiments().stream()
                .map(experiment -> CatalogFile.text(experiment, "id"))
                .toList();
    }

    /** The part about one experiment, whose id is one of {@link #ids}. */
    public Report one(String id) {
        JsonValue experiment = catalog.experiment(id);
        if (experiment == null) {
            throw new IllegalArgumentException("no experiment " + id);
        }
        return new OneExperiment(experiment);
    }

    /** Everything that can leave the machine. */
    @Override
    public void text(Page page) {
        page.paragraph("What " + application.name() + " can send, and nothing else"
                + (catalog.experiments().isEmpty() ? ": nothing." : ":"));
        for (JsonValue experiment : catalog.experiments()) {
            page.gap();
            experiments.write(page, experiment);
        }
        page.gap().paragraph("With every batch of events go:");
        for (JsonValue entry : catalog.envelope()) {
            String when =
                    CatalogFile.text(entry, "sent").equals("identified") ? " (with consent \"identified\" only)" : "";
            page.entry(
                    "  " + CatalogFile.text(entry, "name"),
                    COLUMN,
                    plain(entry, "values") + when + ". " + plain(entry, "description"));
        }
        page.gap()
                .paragraph("To " + application.recipient().name() + " (" + application.controller() + "), at "
                        + application.recipient().endpoint() + ", by the protocol "
                        + application.recipient().protocol().name().toLowerCase(Locale.ROOT) + ", kept in "
                        + application.recipient().region() + " for "
                        + application.recipient().retentionDays() + " days. Write to " + application.contact()
                        + "; the privacy policy: " + application.policy());
        for (SideRequestType request : application.sideRequests()) {
            sideRequest(page, request);
        }
    }

    private void sideRequest(Page page, SideRequestType request) {
        page.gap()
                .paragraph("Besides, when you ask for it: the " + request.name() + " (" + request.question()
                        + ") is a request to " + request.endpoint()
                        + " that carries the version, the operating system and the processor's architecture"
                        + (application.modes().contains(ConsentMode.IDENTIFIED)
                                ? "; with consent \"identified\" the tracking id, too."
                                : "."));
    }

    @Override
    public void json(JsonObjectWriter json) {
        json(json, catalog.experiments());
        json.value("catalog", catalog.root());
    }

    private void json(JsonObjectWriter json, List<JsonValue> shown) {
        json.texts(
                "expired",
                shown.stream()
                        .filter(experiments::isOver)
                        .map(experiment -> CatalogFile.text(experiment, "id"))
                        .toList());
        JsonObjectWriter live = new JsonObjectWriter();
        for (JsonValue experiment : shown) {
            JsonObjectWriter fields = new JsonObjectWriter();
            experiments.liveValues(experiment).forEach(field -> fields.texts(field.field(), field.values()));
            live.object(CatalogFile.text(experiment, "id"), fields);
        }
        json.object("liveValues", live);
    }

    /** A text of the catalog's without the marks by which its pages set words in the type of code. */
    private static String plain(JsonValue entry, String name) {
        return CatalogFile.text(entry, name).replace("`", "");
    }

    private final class OneExperiment implements Report {
        private final JsonValue experiment;

        OneExperiment(JsonValue experiment) {
            this.experiment = experiment;
        }

        @Override
        public void text(Page page) {
            experiments.write(page, experiment);
        }

        @Override
        public void json(JsonObjectWriter json) {
            CatalogPage.this.json(json, List.of(experiment));
            json.value("experiment", experiment);
        }
    }
}
