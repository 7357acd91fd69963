package dev.vitrine.catalog.diff;

import static dev.vitrine.catalog.Copy.at;
import static dev.vitrine.catalog.Copy.with;
import static dev.vitrine.catalog.Copy.without;
import static dev.vitrine.catalog.diff.ChangeClass.COLLECTS_LESS;
import static dev.vitrine.catalog.diff.ChangeClass.COLLECTS_MORE;
import static dev.vitrine.catalog.diff.ChangeClass.WORDING;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Copy;
import dev.vitrine.catalog.EnvelopeEntry;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.OneOfType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.catalog.FieldType.SourcedType;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.SideRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The sample catalog with one thing changed, for each thing that can change. */
final class SampleChanges {
    private static final Catalog PI = SampleCatalog.pi();
    private static final String EDIT = "edit-tool-outcome";

    private SampleChanges() {}

    /** A changed catalog, the class of the change, that of the way back, and its place. */
    static Stream<Arguments> all() {
        return Stream.of(
                change(
                        "a new experiment",
                        COLLECTS_LESS,
                        COLLECTS_MORE,
                        "experiments/welcome-skipped",
                        PI.withExperiments(without(PI.experiments(), 4))),
                change(
                        "another question",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "experiments/" + EDIT + "/question",
                        edit("question", "Who edits?")),
                change(
                        "a later expiry",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/" + EDIT + "/expires",
                        edit("expires", LocalDate.of(2027, 5, 30))),
                change(
                        "another owner",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/owner",
                        edit("owner", "someone@pi.example")),
                change(
                        "another event name",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/event",
                        edit("event", "edit tool")),
                change(
                        "a description",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/description",
                        edit("description", "More.")),
                change("other links", WORDING, WORDING, "experiments/" + EDIT + "/links", edit("links", List.of())),
                change("another module", WORDING, WORDING, "experiments/" + EDIT + "/module", edit("module", "other")),
                change("another record", WORDING, WORDING, "experiments/" + EDIT + "/type", edit("type", "a.B")),
                change("another example", WORDING, WORDING, "experiments/" + EDIT + "/example", edit("example", "{}")),
                change(
                        "a new field",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/welcome-skipped/again",
                        Copy.experiment(
                                PI,
                                "welcome-skipped",
                                experiment -> with(
                                        experiment,
                                        "fields",
                                        List.of(new Field(
                                                "again",
                                                "Whether it was the second time.",
                                                new BooleanType(),
                                                false))))),
                change(
                        "a field's meaning",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/attempts/description",
                        field(2, "description", "Tries.")),
                change(
                        "a field that can be absent",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/" + EDIT + "/attempts",
                        field(2, "optional", true)),
                change(
                        "a higher maximum",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/" + EDIT + "/attempts",
                        field(2, "type", new RangeType(1, 21))),
                change(
                        "a lower minimum",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/" + EDIT + "/attempts",
                        field(2, "type", new RangeType(0, 20))),
                change(
                        "another kind of field",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "experiments/" + EDIT + "/attempts",
                        field(2, "type", new BooleanType())),
                change(
                        "a new value",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/" + EDIT + "/outcome",
                        field(1, "type", outcome(new Constant("denied", "It was denied.")))),
                change(
                        "a value's meaning",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/outcome/applied",
                        Copy.field(
                                PI,
                                EDIT,
                                1,
                                field -> with(
                                        field,
                                        "type",
                                        new EnumType(at(
                                                ((EnumType) field.type()).constants(),
                                                0,
                                                constant -> new Constant("applied", "Done.")))))),
                change(
                        "values in another order",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/outcome/values",
                        Copy.field(
                                PI,
                                EDIT,
                                1,
                                field -> with(
                                        field, "type", new EnumType(reversed(((EnumType) field.type()).constants()))))),
                change(
                        "fields in another order",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/fields",
                        Copy.experiment(
                                PI, EDIT, experiment -> with(experiment, "fields", reversed(experiment.fields())))),
                change(
                        "more names at run time",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/" + EDIT + "/model",
                        field(
                                0,
                                "type",
                                new SourcedType(
                                        "com.example.pi.KnownModels",
                                        "The names in the model database that ships with this release.",
                                        257))),
                change(
                        "another source of names",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "experiments/" + EDIT + "/model/source",
                        field(
                                0,
                                "type",
                                new SourcedType(
                                        "a.B", "The names in the model database that ships with this release.", 256))),
                change(
                        "another description of a source",
                        WORDING,
                        WORDING,
                        "experiments/" + EDIT + "/model/source-description",
                        field(0, "type", new SourcedType("com.example.pi.KnownModels", "Names.", 256))),
                change(
                        "a new value of a set",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/repository-shape/languages",
                        Copy.field(
                                PI,
                                "repository-shape",
                                2,
                                field -> with(
                                        field,
                                        "type",
                                        new EnumSetType(plus(
                                                ((EnumSetType) field.type()).constants(),
                                                new Constant("go", "Go.")))))),
                change(
                        "a number that may be none",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/provider-latency/first_token",
                        Copy.field(
                                PI,
                                "provider-latency",
                                0,
                                field -> with(
                                        field, "type", new BucketsType(((BucketsType) field.type()).labels(), true)))),
                change(
                        "a new name in a nested record",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "experiments/stream-failure/route.provider",
                        Copy.field(
                                PI,
                                "stream-failure",
                                0,
                                field -> with(
                                        field,
                                        "type",
                                        new RecordType(at(
                                                ((RecordType) field.type()).fields(),
                                                0,
                                                inner -> with(
                                                        inner,
                                                        "type",
                                                        new OneOfType(
                                                                List.of("anthropic", "openai", "local", "more")))))))),
                change(
                        "another controller",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "application/controller",
                        application("controller", "Other Inc.")),
                change(
                        "another contact",
                        WORDING,
                        WORDING,
                        "application/contact",
                        application("contact", "x@pi.example")),
                change(
                        "another policy",
                        WORDING,
                        WORDING,
                        "application/policy",
                        application("policy", "https://pi.example/p")),
                change("another name", COLLECTS_MORE, COLLECTS_MORE, "application/name", application("name", "tau")),
                change(
                        "longer retention",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "recipients/pi.example/retentionDays",
                        recipient("retentionDays", 91)),
                change(
                        "another endpoint",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "recipients/pi.example/endpoint",
                        recipient("endpoint", "https://x.example/")),
                change(
                        "another region",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "recipients/pi.example/region",
                        recipient("region", "US")),
                change(
                        "another protocol",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "recipients/pi.example/protocol",
                        recipient("protocol", "posthog")),
                change(
                        "another recipient beside",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "recipients/x",
                        with(
                                PI,
                                "recipients",
                                plus(PI.recipients(), new Recipient("x", "https://x.example", "EU", 1, "vitrine")))),
                change(
                        "one mode less",
                        COLLECTS_LESS,
                        COLLECTS_MORE,
                        "consent/modes/identified",
                        with(PI, "consent", with(PI.consent(), "modes", List.of("anonymous")))),
                change(
                        "another variable",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "consent/environmentVariable",
                        with(PI, "consent", with(PI.consent(), "environmentVariable", "X_ANALYTICS"))),
                change(
                        "a new envelope entry",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "envelope/host",
                        with(
                                PI,
                                "envelope",
                                plus(PI.envelope(), new EnvelopeEntry("host", "always", "a name", "Which host.")))),
                change(
                        "an entry for all",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "envelope/trackingId/sent",
                        with(PI, "envelope", at(PI.envelope(), 6, entry -> with(entry, "sent", "always")))),
                change(
                        "other words for an entry",
                        WORDING,
                        WORDING,
                        "envelope/batch/description",
                        with(PI, "envelope", at(PI.envelope(), 0, entry -> with(entry, "description", "Words.")))),
                change(
                        "another side request",
                        COLLECTS_MORE,
                        COLLECTS_LESS,
                        "sideRequests/news",
                        with(
                                PI,
                                "sideRequests",
                                plus(
                                        PI.sideRequests(),
                                        new SideRequest("news", "https://pi.example/news", "What is new?")))),
                change(
                        "a side request elsewhere",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "sideRequests/update check/endpoint",
                        with(
                                PI,
                                "sideRequests",
                                at(PI.sideRequests(), 0, request -> with(request, "endpoint", "https://x.example")))),
                change(
                        "a side request for something else",
                        COLLECTS_MORE,
                        COLLECTS_MORE,
                        "sideRequests/update check/question",
                        with(
                                PI,
                                "sideRequests",
                                at(PI.sideRequests(), 0, request -> with(request, "question", "Who?")))));
    }

    private static Arguments change(String name, ChangeClass there, ChangeClass back, String place, Catalog changed) {
        return Arguments.of(name, there, back, place, changed);
    }

    static Catalog edit(String component, Object value) {
        return Copy.experiment(PI, EDIT, experiment -> with(experiment, component, value));
    }

    static Catalog field(int index, String component, Object value) {
        return Copy.field(PI, EDIT, index, field -> with(field, component, value));
    }

    private static Catalog application(String component, Object value) {
        return with(PI, "application", with(PI.application(), component, value));
    }

    private static Catalog recipient(String component, Object value) {
        return with(PI, "recipients", at(PI.recipients(), 0, recipient -> with(recipient, component, value)));
    }

    private static FieldType outcome(Constant more) {
        return new EnumType(
                plus(((EnumType) SampleCatalog.editToolOutcome().fields().get(1).type()).constants(), more));
    }

    static <E> List<E> plus(List<E> list, E more) {
        List<E> copy = new ArrayList<>(list);
        copy.add(more);
        return copy;
    }

    private static <E> List<E> reversed(List<E> list) {
        List<E> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
