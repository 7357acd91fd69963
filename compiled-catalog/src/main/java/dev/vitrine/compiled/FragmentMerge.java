package dev.vitrine.compiled;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.merge.CatalogClashException;
import dev.vitrine.catalog.merge.CatalogMerge;
import dev.vitrine.catalog.merge.Fragment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes an application's catalog again from the fragments, which stay right when only a part of a module is compiled.
 *
 * <p>The application's own experiments are those of its module. One that its catalog lists and that another module
 * declares was taken in by {@code include}: its fragment is read there.
 */
public final class FragmentMerge {
    private final CompiledModule module;
    private final List<ClassRoot> dependencies;
    private @Nullable Map<String, ClassRoot> rootOf;

    /** Takes the application's module, and the class path on which it was compiled. */
    public FragmentMerge(CompiledModule module, List<ClassRoot> dependencies) {
        this.module = module;
        this.dependencies = List.copyOf(dependencies);
    }

    /**
     * What the catalog must say.
     *
     * @throws CatalogClashException if two records share an id or the name of an event
     */
    public Catalog merge(Catalog compiled) throws IOException, CatalogClashException {
        Map<String, Fragment> byType = new TreeMap<>();
        // In a jar, fragments of several modules may stand side by side; which of them are in is what the catalog says.
        if (!module.root().isJar()) {
            module.fragments().forEach(own -> byType.put(own.type(), new Fragment(own.experiment(), "this module")));
        }
        for (Experiment listed : compiled.experiments()) {
            if (!byType.containsKey(listed.type())) {
                find(listed.type()).ifPresent(fragment -> byType.put(listed.type(), fragment));
            }
        }
        return CatalogMerge.merge(compiled, List.copyOf(byType.values()));
    }

    private Optional<Fragment> find(String type) throws IOException {
        ClassRoot root = index().get(type);
        return root == null
                ? Optional.empty()
                : CompiledExperiment.read(root, type).map(found -> new Fragment(found.experiment(), root.toString()));
    }

    /** Where each record with a fragment is, the first of the class path; made once, since to ask each jar is slow. */
    private Map<String, ClassRoot> index() throws IOException {
        if (rootOf == null) {
            Map<String, ClassRoot> index = new HashMap<>();
            List<ClassRoot> roots = new ArrayList<>();
            roots.add(module.root());
            roots.addAll(dependencies);
            for (ClassRoot root : roots) {
                for (String type : CompiledExperiment.types(root)) {
                    if (root.containsClass(type)) {
                        index.putIfAbsent(type, root);
                    }
                }
            }
            rootOf = index;
        }
        return rootOf;
    }
}
