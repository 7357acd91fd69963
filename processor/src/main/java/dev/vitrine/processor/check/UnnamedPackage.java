package dev.vitrine.processor.check;

import dev.vitrine.processor.declaration.Place;
import dev.vitrine.processor.declaration.TypeUse;
import java.util.Set;

/** Checks classes in the unnamed package: they have no longer name by which generated code could tell them apart. */
final class UnnamedPackage {
    /** The simple names in generated code; a test compares them with what is generated. */
    static final Set<String> NAMES = Set.of(
            "AllowedValues",
            "Analytics",
            "AnalyticsOptions",
            "ApplicationType",
            "Boolean",
            "BooleanField",
            "BucketField",
            "Byte",
            "ChronoUnit",
            "ConsentMode",
            "ConstantField",
            "ConstantSetField",
            "Double",
            "Duration",
            "Emits",
            "Emitters",
            "Events",
            "Experiments",
            "ExperimentType",
            "Float",
            "Generated",
            "GeneratedBinding",
            "GeneratedType",
            "Integer",
            "List",
            "Long",
            "OneOfField",
            "Optional",
            "Outline",
            "Override",
            "PayloadWriter",
            "PseudonymField",
            "RangeField",
            "RecipientProtocol",
            "RecordField",
            "Recorder",
            "ReleaseVersionField",
            "Set",
            "Short",
            "SourcedField",
            "String",
            "Supplier",
            "SuppressWarnings",
            "Throwable");

    private UnnamedPackage() {}

    static void check(Problems problems, TypeUse type, Place place) {
        String name = type.name().topLevelClassName().simpleName();
        if (type.name().packageName().isEmpty() && NAMES.contains(name)) {
            problems.report(Diagnostic.NAME_IN_UNNAMED_PACKAGE, place, name);
        }
    }
}
