package dev.vitrine.catalog.diff;

import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.catalog.FieldType.SourcedType;
import dev.vitrine.catalog.WideField;
import dev.vitrine.catalog.wording.FieldLine;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What changed in the fields of a payload. What counts is what can be told: a field that can now be absent has one value
 * more, and a bucket with another label is another value.
 */
final class FieldDiff {
    private final String path;
    private final String place;
    private final Changes changes;

    private FieldDiff(String experiment, String path, Changes changes) {
        this.path = path;
        this.place = experiment + '/' + path;
        this.changes = changes;
    }

    static void compare(String experiment, List<Field> before, List<Field> after, Changes changes) {
        compare(experiment, "", before, after, changes);
    }

    private static void compare(
            String experiment, String prefix, List<Field> before, List<Field> after, Changes changes) {
        changes.named(
                experiment + (prefix.isEmpty() ? "/fields" : '/' + prefix + "fields"),
                new Changes.Lists<>(before, after),
                Field::name,
                added -> new FieldDiff(experiment, prefix + added.name(), changes).added(added),
                removed -> new FieldDiff(experiment, prefix + removed.name(), changes).removed(removed),
                (then, now) -> {
                    new FieldDiff(experiment, prefix + now.name(), changes).compare(then, now);
                    if (then.type() instanceof RecordType was && now.type() instanceof RecordType is) {
                        compare(experiment, prefix + now.name() + '.', was.fields(), is.fields(), changes);
                    }
                });
    }

    private void added(Field field) {
        changes.more(place, "", describe(field), "A new field, " + path + ": " + field.description() + wide(field));
    }

    private void removed(Field field) {
        changes.less(place, describe(field), "", "The field " + path + " is gone.");
    }

    private void compare(Field before, Field after) {
        changes.wording(place + "/description", before.description(), after.description(), "The meaning of " + path);
        if (!before.type().getClass().equals(after.type().getClass())) {
            changes.more(
                    place,
                    describe(before),
                    describe(after),
                    "The field " + path + " holds something of another kind." + wide(after));
            return;
        }
        absence(before, after);
        if (before.type() instanceof RangeType was && after.type() instanceof RangeType is) {
            range(was, is, after);
        } else if (before.type() instanceof SourcedType was && after.type() instanceof SourcedType is) {
            source(was, is);
        } else if (!(before.type() instanceof RecordType)) {
            values(before, after);
        }
    }

    private void absence(Field before, Field after) {
        absence(before.optional(), after.optional(), "an Optional");
        absence(before.type().mayBeAbsent(), after.type().mayBeAbsent(), "a number that may be none");
    }

    private void absence(boolean before, boolean after, String what) {
        if (!before && after) {
            changes.more(place, "", what, "The field " + path + " can now be absent, which tells something too.");
        } else if (before && !after) {
            changes.less(place, what, "", "The field " + path + " is absent less often.");
        }
    }

    private void range(RangeType before, RangeType after, Field now) {
        String was = before.min() + " to " + before.max();
        String is = after.min() + " to " + after.max();
        if (after.min() < before.min() || after.max() > before.max()) {
            changes.more(place, was, is, "The range of " + path + " is wider." + wide(now));
        }
        if (after.min() > before.min() || after.max() < before.max()) {
            changes.less(place, was, is, "The range of " + path + " is narrower.");
        }
    }

    private void source(SourcedType before, SourcedType after) {
        String was = "at most " + before.maxSize() + " names";
        String is = "at most " + after.maxSize() + " names";
        if (after.maxSize() > before.maxSize()) {
            changes.more(place, was, is, "The field " + path + " can hold more names.");
        } else if (after.maxSize() < before.maxSize()) {
            changes.less(place, was, is, "The field " + path + " can hold fewer names.");
        }
        changes.promise(
                place + "/source",
                before.source(),
                after.source(),
                "The names of " + path + " come from somewhere else, which may list others.");
        changes.wording(
                place + "/source-description",
                before.description(),
                after.description(),
                "What names " + path + " can hold");
    }

    private void values(Field before, Field after) {
        changes.named(
                place + "/values",
                new Changes.Lists<>(listed(before), listed(after)),
                Constant::value,
                added -> changes.more(
                        place,
                        "",
                        added.value(),
                        "The field " + path + " has a new value, " + named(added) + '.' + wide(after)),
                removed -> changes.less(
                        place, removed.value(), "", "The field " + path + " has lost a value, " + named(removed) + '.'),
                (then, now) -> changes.wording(
                        place + '/' + now.value(),
                        then.description(),
                        now.description(),
                        "The meaning of the value " + now.value()));
    }

    /** What a reviewer must know of a field that now could hold an address; empty for all others. */
    private String wide(Field field) {
        String parent = path.substring(0, path.length() - field.name().length());
        return wide(WideField.of(field).stream()
                .map(found -> new WideField(parent + found.path(), found.bits()))
                .toList());
    }

    /** The same, of several fields. */
    static String wide(List<WideField> fields) {
        return fields.stream()
                .map(field -> " Look closely: " + field.sentence() + '.')
                .collect(Collectors.joining());
    }

    private static String named(Constant value) {
        String meaning = value.description();
        return meaning.isEmpty() ? value.value() : value.value() + " (" + meaning + ')';
    }

    private static List<Constant> listed(Field field) {
        return FieldLine.of(field).values();
    }

    private static String describe(Field field) {
        FieldType type = field.type();
        if (type instanceof RecordType nested) {
            return nested.fields().stream().map(Field::name).collect(Collectors.joining(", ", "group of ", ""));
        }
        FieldLine line = FieldLine.of(field);
        String values = line.values().stream().map(Constant::value).collect(Collectors.joining(", "));
        return line.sentence() + (values.isEmpty() ? "" : ": " + values);
    }
}
