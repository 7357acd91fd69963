package dev.vitrine.compiled.publication;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.page.CatalogPage;
import dev.vitrine.compiled.CatalogFile;
import dev.vitrine.compiled.calls.CallSite;
import dev.vitrine.compiled.calls.CallSites;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page {@code index.html}: the catalog, and the methods that emit each experiment. The compiler cannot write it,
 * because it does not see who calls what it makes.
 */
public final class PublishedPage {
    private PublishedPage() {}

    /** The page of a catalog. */
    public static CatalogFile of(Catalog catalog, CallSites found) {
        Map<String, List<dev.vitrine.catalog.page.CallSite>> callSites = new HashMap<>();
        for (Experiment experiment : catalog.experiments()) {
            callSites.put(experiment.id(), methods(found.of(experiment.id())));
        }
        return new CatalogFile(CatalogFile.PAGE, CatalogPage.write(catalog, callSites));
    }

    /** Whether a committed page is this one but for the call sites: that code moved is no privacy change. */
    static boolean isSameButForCallSites(CatalogFile compiled, byte[] committed) {
        return CatalogPage.withoutCallSites(compiled.bytes()).equals(CatalogPage.withoutCallSites(committed));
    }

    /** The methods, without lines, so that the page changes only when a call moves to another method. */
    private static List<dev.vitrine.catalog.page.CallSite> methods(List<CallSite> callSites) {
        Map<List<String>, Integer> counts = new TreeMap<>(PublishedPage::compare);
        for (CallSite site : callSites) {
            counts.merge(List.of(site.type().replace('$', '.'), name(site.method())), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new dev.vitrine.catalog.page.CallSite(
                        entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join("\n", one).compareTo(String.join("\n", other));
    }

    private static String name(String method) {
        return switch (method) {
            case "<init>" -> "new";
            case "<clinit>" -> "static";
            default -> method;
        };
    }
}
