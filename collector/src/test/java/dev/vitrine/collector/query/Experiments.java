package dev.vitrine.collector.query;

import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Experiments for tests. */
final class Experiments {
    private Experiments() {}

    static Experiment with(Field... fields) {
        return new Experiment(
                "probe",
                "probe",
                "What can be seen?",
                "",
                "nobody",
                LocalDate.of(2099, 1, 1),
                List.of(),
                "m",
                "m.Probe",
                List.of(fields),
                "{}");
    }

    static Field choice(String name, String... constants) {
        return new Field(name, "A choice.", new FieldType.EnumType(constants(constants)), false);
    }

    static Field choices(String name, String... constants) {
        return new Field(name, "Choices.", new FieldType.EnumSetType(constants(constants)), false);
    }

    static Field record(String name, Field... fields) {
        return new Field(name, "A record.", new FieldType.RecordType(List.of(fields)), false);
    }

    static Field pseudonym(String name) {
        return new Field(name, "A pseudonym.", new FieldType.PseudonymType(), false);
    }

    static Field optional(Field field) {
        return new Field(field.name(), field.description(), field.type(), true);
    }

    private static List<Constant> constants(String... constants) {
        return Stream.of(constants)
                .map(constant -> new Constant(constant, "The " + constant + '.'))
                .toList();
    }
}
