package dev.vitrine.catalog.merge;

/**
 * Two experiments that cannot be in one catalog.
 *
 * @param kind what they have in common
 * @param name the name that they share
 * @param first the one that comes first: type and place
 * @param second the other
 */
public record Clash(Kind kind, String name, String first, String second) {

    /** What two experiments can have in common that they must not. */
    public enum Kind {
        /** The same id for two records. */
        ID,
        /** The same name on the wire. */
        EVENT,
        /** The same record in two versions. */
        VERSION
    }

    /** What is wrong, why it matters, and what to do. */
    public String sentence() {
        return switch (kind) {
            case ID ->
                "The experiment id \"" + name + "\" is declared twice, by " + first + " and by " + second
                        + ". A consent names experiments by their ids, so it would cover both. Give one of them another id.";
            case EVENT ->
                "The event name \"" + name + "\" is used twice, by " + first + " and by " + second
                        + ". The receiver could not tell their events apart. Give one of them another event name.";
            case VERSION ->
                "The record " + name + " is there twice and not the same, as " + first + " and as " + second
                        + ". One catalog cannot describe both. Build both from the same sources, or take one away.";
        };
    }
}
