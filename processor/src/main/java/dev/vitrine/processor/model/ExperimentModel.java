package dev.vitrine.processor.model;

import com.palantir.javapoet.ClassName;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.processor.declaration.Place;
import dev.vitrine.processor.declaration.TypeUse;
import java.util.List;

/**
 * An experiment, and the record behind it.
 *
 * @param entry the experiment, as the catalog lists it
 * @param record the record
 * @param fields its fields
 * @param atoms what a consent must cover for it
 * @param place where it is declared
 * @param idPlace where its id is given
 */
public record ExperimentModel(
        Experiment entry, TypeUse record, List<FieldModel> fields, List<String> atoms, Place place, Place idPlace) {

    /** Copies the lists. */
    public ExperimentModel {
        fields = List.copyOf(fields);
        atoms = List.copyOf(atoms);
    }

    /** The class that is generated for it. */
    public ClassName emitter() {
        return ClassName.get(record.name().packageName(), record.name().simpleName() + "Emitter");
    }

    /** Whether code in {@code packageName} can name the record and the types of all its components. */
    public boolean isVisibleFrom(String packageName) {
        return record.isVisibleFrom(packageName)
                && fields.stream().allMatch(field -> isVisibleFrom(field.binding(), packageName));
    }

    private static boolean isVisibleFrom(Binding binding, String packageName) {
        if (binding instanceof Binding.EnumBinding constants) {
            return constants.type().isVisibleFrom(packageName);
        }
        if (binding instanceof Binding.RecordBinding nested) {
            return nested.type().isVisibleFrom(packageName);
        }
        return true;
    }
}
