package dev.vitrine.catalog.merge;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts experiments from several places into one catalog. The result, and what is said about clashes, does not depend on
 * the order in which they were found. Which experiments belong in it, and which are stale, is for the caller to know.
 */
public final class CatalogMerge {
    private static final Comparator<Fragment> ORDER = Comparator.comparing(
                    (Fragment fragment) -> fragment.experiment().id())
            .thenComparing(fragment -> fragment.experiment().type())
            .thenComparing(Fragment::place);

    private CatalogMerge() {}

    /**
     * The application's catalog with these experiments, and no others. The same experiment in two places (a folder and
     * the jar made of it) is taken once.
     *
     * @param application the catalog whose application, recipients, rules and side requests are taken
     * @throws CatalogClashException when two records share an id or an event name, or one record is there in two versions
     */
    public static Catalog merge(Catalog application, List<Fragment> fragments) throws CatalogClashException {
        List<Clash> clashes = new ArrayList<>();
        List<Fragment> distinct = distinct(fragments, clashes);
        clashes.addAll(shared(distinct, Experiment::id, Clash.Kind.ID));
        clashes.addAll(shared(distinct, Experiment::event, Clash.Kind.EVENT));
        if (!clashes.isEmpty()) {
            throw new CatalogClashException(clashes);
        }
        return application.withExperiments(
                distinct.stream().map(Fragment::experiment).toList());
    }

    /** One fragment for each record, in order. */
    private static List<Fragment> distinct(List<Fragment> fragments, List<Clash> clashes) {
        Map<String, Fragment> byType = new LinkedHashMap<>();
        for (Fragment fragment : fragments.stream().sorted(ORDER).toList()) {
            String type = fragment.experiment().type();
            Fragment known = byType.putIfAbsent(type, fragment);
            if (known != null && !known.experiment().equals(fragment.experiment())) {
                clashes.add(new Clash(Clash.Kind.VERSION, type, describe(known), describe(fragment)));
            }
        }
        return List.copyOf(byType.values());
    }

    private static List<Clash> shared(List<Fragment> fragments, Function<Experiment, String> name, Clash.Kind kind) {
        Map<String, Fragment> byName = new LinkedHashMap<>();
        List<Clash> clashes = new ArrayList<>();
        for (Fragment fragment : fragments) {
            Fragment known = byName.putIfAbsent(name.apply(fragment.experiment()), fragment);
            if (known != null && !(kind == Clash.Kind.EVENT && sameId(known, fragment))) {
                clashes.add(new Clash(kind, name.apply(fragment.experiment()), describe(known), describe(fragment)));
            }
        }
        return clashes;
    }

    /** A shared id is reported as such, and the event name that follows from it is not a second mistake. */
    private static boolean sameId(Fragment one, Fragment other) {
        return one.experiment().id().equals(other.experiment().id());
    }

    private static String describe(Fragment fragment) {
        return fragment.experiment().type() + " (" + fragment.place() + ')';
    }
}
