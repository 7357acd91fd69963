package dev.vitrine.catalog.diff;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import java.util.List;

/**
 * What changed between two catalogs: empty exactly when both are written as the same bytes.
 *
 * @param application the application's name, as it is now
 * @param changes what collects more first, then what collects less, then wording, each in the order of the catalog
 */
public record CatalogDiff(String application, List<Change> changes) {

    /** Copies the list. */
    public CatalogDiff {
        changes = List.copyOf(changes);
    }

    /** What changed from {@code before} to {@code after}. */
    public static CatalogDiff between(Catalog before, Catalog after) {
        Changes changes = new Changes();
        ApplicationDiff.compare(before, after, changes);
        changes.named(
                "experiments",
                new Changes.Lists<>(before.experiments(), after.experiments()),
                Experiment::id,
                added -> ExperimentDiff.added(added, changes),
                removed -> ExperimentDiff.removed(removed, changes),
                (then, now) -> ExperimentDiff.compare(then, now, changes));
        return new CatalogDiff(after.application().name(), changes.inOrder());
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes of one class. */
    public List<Change> of(ChangeClass kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** What the changes mean for those who said yes, in one sentence; empty when nobody is asked. */
    public String consequence() {
        return of(ChangeClass.COLLECTS_MORE).isEmpty()
                ? ""
                : "What collects more waits until users have agreed again; a later expiry alone asks nobody.";
    }

    /** How many changes there are, in one line. */
    public String headline() {
        if (isEmpty()) {
            return "Privacy catalog of " + application + ": nothing changed";
        }
        StringBuilder headline = new StringBuilder("Privacy catalog of ").append(application);
        String separator = ": ";
        for (ChangeClass kind : ChangeClass.values()) {
            int count = of(kind).size();
            if (count > 0) {
                headline.append(separator)
                        .append(kind.label())
                        .append(" (")
                        .append(count)
                        .append(')');
                separator = ", ";
            }
        }
        return headline.toString();
    }
}
