package dev.vitrine.catalog.diff;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.WideField;
import dev.vitrine.catalog.wording.BitsWording;
import java.util.stream.Collectors;

/** What changed in an experiment. */
final class ExperimentDiff {
    private ExperimentDiff() {}

    static void added(Experiment experiment, Changes changes) {
        changes.more(
                place(experiment),
                "",
                describe(experiment),
                "A new experiment, " + experiment.id() + ": " + experiment.question()
                        + FieldDiff.wide(WideField.of(experiment)));
    }

    static void removed(Experiment experiment, Changes changes) {
        changes.less(
                place(experiment),
                describe(experiment),
                "",
                "The experiment " + experiment.id() + " is gone: " + experiment.question());
    }

    static void compare(Experiment before, Experiment after, Changes changes) {
        String place = place(after);
        String id = after.id();
        changes.promise(
                place + "/question",
                before.question(),
                after.question(),
                "The data of " + id + " now answers another question.");
        expiry(before, after, changes);
        FieldDiff.compare(place, before.fields(), after.fields(), changes);
        changes.wording(place + "/event", before.event(), after.event(), "The name of the event on the wire");
        changes.wording(place + "/description", before.description(), after.description(), "The description of " + id);
        changes.wording(place + "/owner", before.owner(), after.owner(), "Who answers for " + id);
        changes.wording(
                place + "/links",
                String.join(" ", before.links()),
                String.join(" ", after.links()),
                "What more there is to read about " + id);
        changes.wording(place + "/module", before.module(), after.module(), "The module that declares " + id);
        changes.wording(place + "/type", before.type(), after.type(), "The record that declares " + id);
        changes.wording(place + "/example", before.example(), after.example(), "The example of " + id);
    }

    private static void expiry(Experiment before, Experiment after, Changes changes) {
        String place = place(after) + "/expires";
        String was = before.expires().toString();
        String is = after.expires().toString();
        if (after.expires().isAfter(before.expires())) {
            changes.more(place, was, is, after.id() + " is recorded for longer.");
        } else if (after.expires().isBefore(before.expires())) {
            changes.less(place, was, is, after.id() + " is recorded for less time.");
        }
    }

    private static String describe(Experiment experiment) {
        String fields = experiment.fields().isEmpty()
                ? "no fields"
                : experiment.fields().stream().map(Field::name).collect(Collectors.joining(", "));
        return fields + "; bits: " + BitsWording.sentence(Bits.of(experiment));
    }

    private static String place(Experiment experiment) {
        return "experiments/" + experiment.id();
    }
}
