package dev.vitrine.catalog.merge;

import java.util.List;
import java.util.stream.Collectors;

/** Experiments cannot be in one catalog; the message names all of them, and the places on both sides. */
public final class CatalogClashException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an unmodifiable list of records of strings, which Java can write
    private final List<Clash> clashes;

    CatalogClashException(List<Clash> clashes) {
        super(clashes.stream().map(Clash::sentence).collect(Collectors.joining("\n")));
        this.clashes = List.copyOf(clashes);
    }

    /** The clashes, in order of names. */
    public List<Clash> clashes() {
        return clashes;
    }
}
