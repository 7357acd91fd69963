package dev.vitrine.compiled;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes an application's catalog again from the fragments, which stay right when only a part of a module is compiled.
 *
 * <p>The application's own experiments are those of its module. One that its catalog lists and that another module
 * declares was taken in by {@code include}: its fragment is read there.
 */
public final class FragmentMerge {
    private final CompiledModule module;
    private final List<ClassRoot> dependencies;

    /** Takes the application's module, and the class path on which it was compiled. */
    public FragmentMerge(CompiledModule module, List<ClassRoot> dependencies) {
        this.module = module;
        this.dependencies = List.copyOf(dependencies);
    }

    /** What the catalog must say. */
    public Catalog merge(Catalog compiled) throws IOException {
        Map<String, Experiment> byType = new TreeMap<>();
        // In a jar, fragments of several modules may stand side by side; which of them are in is what the catalog says.
        if (!module.root().isJar()) {
            module.fragments().forEach(fragment -> byType.put(fragment.type(), fragment.experiment()));
        }
        for (Experiment listed : compiled.experiments()) {
            if (!byType.containsKey(listed.type())) {
                find(listed.type()).ifPresent(experiment -> byType.put(listed.type(), experiment));
            }
        }
        return new Catalog(
                compiled.application(),
                compiled.recipients(),
                compiled.consent(),
                compiled.envelope(),
                compiled.sideRequests(),
                new ArrayList<>(byType.values()));
    }

    private Optional<Experiment> find(String type) throws IOException {
        List<ClassRoot> roots = new ArrayList<>();
        roots.add(module.root());
        roots.addAll(dependencies);
        for (ClassRoot root : roots) {
            if (root.containsClass(type)) {
                return Fragment.read(root, type).map(Fragment::experiment);
            }
        }
        return Optional.empty();
    }
}
