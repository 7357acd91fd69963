package dev.vitrine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows between the modules (design, section 2) point one way only. */
class ArrowsTest {
    /** Which modules of ours a module may use. Whoever adds a module says here what it may use. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("runtime", Set.of()),
            entry("catalog-model", Set.of()),
            entry("processor", Set.of("catalog-model", "runtime")),
            entry("compiled-catalog", Set.of("catalog-model")),
            entry("maven-plugin", Set.of("catalog-model", "compiled-catalog")),
            entry("command-line", Set.of("catalog-model", "compiled-catalog")),
            entry("collector", Set.of("catalog-model")),
            entry("testing", Set.of("runtime")),
            entry("integrations/picocli", Set.of("runtime")),
            entry("examples/agent", Set.of("runtime", "integrations/picocli")),
            entry("examples/provider", Set.of()),
            entry("examples/minimal", Set.of("runtime")),
            entry("examples/library-and-app/library", Set.of("runtime")),
            entry("examples/library-and-app/app", Set.of("runtime", "examples/library-and-app/library")),
            entry("examples/demo", Set.of()));

    @Test
    void everyModuleHasItsArrows() {
        assertThat(House.modules().stream().map(Path::toString)).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    @Test
    void noModuleUsesAnotherAgainstTheArrows() {
        Map<String, String> moduleOf = new HashMap<>();
        for (Path module : House.modules()) {
            House.classesOf(module).forEach(type -> moduleOf.put(type.getFullName(), module.toString()));
        }
        Set<String> against = new TreeSet<>();
        for (Path module : House.modules()) {
            for (JavaClass type : House.classesOf(module)) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String used = moduleOf.get(
                            dependency.getTargetClass().getBaseComponentType().getFullName());
                    if (used != null
                            && !used.equals(module.toString())
                            && !ARROWS.get(module.toString()).contains(used)) {
                        against.add(module + " uses " + used + ": " + dependency.getDescription());
                    }
                }
            }
        }
        assertThat(against).isEmpty();
    }

    /** What may be shown is decided in the query layer, so nothing that shows may look past it. */
    @Test
    void theCollectorsPageReachesTheStoreThroughTheQueryLayerAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.collector.page")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.vitrine.collector.store", "java.sql", "org.sqlite..")
                .check(House.classesOf(Path.of("collector")));
    }

    @Test
    void theRuntimeUsesNothingButTheJdk() {
        Set<String> foreign = new TreeSet<>();
        for (JavaClass type : House.classesOf(Path.of("runtime"))) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String used = dependency.getTargetClass().getBaseComponentType().getFullName();
                // JSpecify's annotations are for the compiler; no class of theirs is there at run time.
                if (!used.startsWith("java.")
                        && !used.startsWith("javax.")
                        && !used.startsWith("dev.vitrine.")
                        && !used.startsWith("org.jspecify.annotations.")
                        && used.contains(".")) {
                    foreign.add(type.getFullName() + " uses " + used);
                }
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void noTwoModulesShareAPackage() {
        Map<String, String> owner = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (Path module : House.modules()) {
            for (JavaClass type : House.classesOf(module)) {
                String other = owner.putIfAbsent(type.getPackageName(), module.toString());
                if (other != null && !other.equals(module.toString())) {
                    shared.add(type.getPackageName() + " is in " + other + " and " + module);
                }
            }
        }
        assertThat(shared).isEmpty();
    }
}
