package dev.vitrine.catalog.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Copy;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CatalogMergeTest {
    private static final Catalog PI = SampleCatalog.pi();

    @Test
    void theOrderInWhichFragmentsAreFoundDoesNotMatter() throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            Catalog catalog = new RandomExperiments(seed).catalog(20);
            List<Fragment> fragments = fragments(catalog.experiments(), "a.jar");
            Collections.shuffle(fragments, new Random(seed));
            Catalog merged = CatalogMerge.merge(catalog.withExperiments(List.of()), fragments);
            assertThat(CatalogJsonWriter.write(merged)).isEqualTo(CatalogJsonWriter.write(catalog));
        }
    }

    @Test
    void whatTheApplicationListedBeforeIsReplaced() throws Exception {
        Catalog merged = CatalogMerge.merge(PI, fragments(List.of(SampleCatalog.welcomeSkipped()), "classes"));
        assertThat(merged.experiments()).containsExactly(SampleCatalog.welcomeSkipped());
        assertThat(merged.application()).isEqualTo(PI.application());
    }

    @Test
    void aFolderAndTheJarMadeOfItCountOnce() throws Exception {
        List<Fragment> fragments = fragments(PI.experiments(), "target/classes");
        fragments.addAll(fragments(PI.experiments(), "target/pi.jar"));
        assertThat(CatalogMerge.merge(PI, fragments)).isEqualTo(PI);
    }

    @Test
    void aSharedIdNamesBothPlacesOnce() {
        Experiment one = SampleCatalog.editToolOutcome();
        Experiment other = Copy.with(one, "type", "com.example.lib.Edit");
        CatalogClashException clash = clash(new Fragment(one, "pi-core"), new Fragment(other, "lib.jar"));
        assertThat(clash.clashes()).hasSize(1);
        assertThat(clash.clashes().get(0).kind()).isEqualTo(Clash.Kind.ID);
        assertThat(clash)
                .hasMessageContaining("\"edit-tool-outcome\"")
                .hasMessageContaining("com.example.pi.EditToolOutcome (pi-core)")
                .hasMessageContaining("com.example.lib.Edit (lib.jar)")
                .hasMessageContaining("another id");
    }

    @Test
    void aSharedEventNameNamesBothPlaces() {
        Experiment one = SampleCatalog.editToolOutcome();
        Experiment other = Copy.with(Copy.with(one, "type", "com.example.lib.Edit"), "id", "edit");
        CatalogClashException clash = clash(new Fragment(one, "pi-core"), new Fragment(other, "lib.jar"));
        assertThat(clash.clashes()).extracting(Clash::kind).containsExactly(Clash.Kind.EVENT);
        assertThat(clash).hasMessageContaining("pi-core").hasMessageContaining("lib.jar");
    }

    @Test
    void oneRecordInTwoVersionsNamesBothPlaces() {
        Experiment one = SampleCatalog.editToolOutcome();
        Experiment other = Copy.with(one, "question", "Another?");
        CatalogClashException clash = clash(new Fragment(one, "lib-1.jar"), new Fragment(other, "lib-2.jar"));
        assertThat(clash.clashes()).extracting(Clash::kind).containsExactly(Clash.Kind.VERSION);
        assertThat(clash).hasMessageContaining("lib-1.jar").hasMessageContaining("lib-2.jar");
    }

    @Test
    void allClashesAreSaidAtOnceAndInTheSameOrder() {
        List<Fragment> fragments = new ArrayList<>();
        for (Experiment experiment : PI.experiments()) {
            fragments.add(new Fragment(experiment, "one"));
            fragments.add(new Fragment(Copy.with(experiment, "type", "x." + experiment.id()), "two"));
        }
        CatalogClashException first = clash(fragments.toArray(new Fragment[0]));
        Collections.reverse(fragments);
        CatalogClashException second = clash(fragments.toArray(new Fragment[0]));
        assertThat(first.clashes()).hasSize(5);
        assertThat(second.getMessage()).isEqualTo(first.getMessage());
    }

    private static CatalogClashException clash(Fragment... fragments) {
        return catchThrowableOfType(CatalogClashException.class, () -> CatalogMerge.merge(PI, List.of(fragments)));
    }

    private static List<Fragment> fragments(List<Experiment> experiments, String place) {
        List<Fragment> fragments = new ArrayList<>();
        experiments.forEach(experiment -> fragments.add(new Fragment(experiment, place)));
        return fragments;
    }
}
