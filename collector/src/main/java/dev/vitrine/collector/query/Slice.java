package dev.vitrine.collector.query;

/**
 * Where events come from: all, a version, a system of a version, or a processor of that. A filter chooses whole slices,
 * never a part of one.
 *
 * @param version the application's version; empty for all
 * @param os the operating system; empty for all
 * @param arch the kind of processor; empty for all
 */
public record Slice(String version, String os, String arch) {
    /** Stands where slices of too few reporters each were put together. No version or system has this name. */
    public static final String SEVERAL = "*";

    /** Everything. */
    static final Slice ALL = new Slice("", "", "");

    /** Whether it cannot be split. */
    boolean isFinest() {
        return !arch.isEmpty();
    }

    /** What tells events of a place apart when this slice is split. */
    String next(Slice place) {
        if (version.isEmpty()) {
            return place.version;
        }
        return os.isEmpty() ? place.os : place.arch;
    }

    /** The slice in this one that has this name. */
    Slice inside(String name) {
        if (version.isEmpty()) {
            return new Slice(name, "", "");
        }
        return os.isEmpty() ? new Slice(version, name, "") : new Slice(version, os, name);
    }

    /** The system and the kind of processor, as a filter names them. */
    String platform() {
        return arch.isEmpty() ? os : os + '/' + arch;
    }
}
