package dev.vitrine.catalog;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies of records with one component changed, for tests. */
public final class Copy {
    private Copy() {}

    /** The record with another value of a component. */
    public static <R extends Record> R with(R record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(candidate -> candidate.getName().equals(component))) {
            throw new AssertionError(record.getClass() + " has no component " + component);
        }
        try {
            Object[] arguments = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                arguments[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(record);
            }
            @SuppressWarnings("unchecked") // a record's class is that of the record
            Class<R> type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The list with the element at {@code index} changed. */
    public static <E> List<E> at(List<E> list, int index, UnaryOperator<E> change) {
        List<E> copy = new ArrayList<>(list);
        copy.set(index, change.apply(copy.get(index)));
        return copy;
    }

    /** The list without the element at {@code index}. */
    public static <E> List<E> without(List<E> list, int index) {
        List<E> copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    /** The catalog with the experiment of this id changed. */
    public static Catalog experiment(Catalog catalog, String id, UnaryOperator<Experiment> change) {
        return catalog.withExperiments(catalog.experiments().stream()
                .map(experiment -> experiment.id().equals(id) ? change.apply(experiment) : experiment)
                .toList());
    }

    /** The catalog with a field of an experiment changed. */
    public static Catalog field(Catalog catalog, String id, int index, UnaryOperator<Field> change) {
        return experiment(
                catalog, id, experiment -> with(experiment, "fields", at(experiment.fields(), index, change)));
    }
}
