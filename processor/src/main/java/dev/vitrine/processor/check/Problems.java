package dev.vitrine.processor.check;

import dev.vitrine.processor.declaration.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Notes a mistake; {@code details} fill in its text. */
    public void report(Diagnostic diagnostic, Place place, Object... details) {
        found.add(new Problem(diagnostic, place, diagnostic.message(details)));
    }

    /** What was found, in the order in which it was found. */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }
}
