package dev.vitrine.catalog.wording;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.catalog.FieldType.SourcedType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The classes that list names at run time: the one door that a compiler cannot see through. */
public final class NameSources {
    private NameSources() {}

    /** The binary names of those that an experiment asks, in ascending order. */
    public static List<String> of(Experiment experiment) {
        Set<String> sources = new TreeSet<>();
        add(experiment.fields(), sources);
        return List.copyOf(sources);
    }

    /** The name of such a class without its package, as it is written in sources. */
    static String simpleName(String source) {
        return source.substring(source.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static void add(Collection<Field> fields, Set<String> sources) {
        for (Field field : fields) {
            if (field.type() instanceof SourcedType sourced) {
                sources.add(sourced.source());
            } else if (field.type() instanceof RecordType nested) {
                add(nested.fields(), sources);
            }
        }
    }
}
