package dev.vitrine.collector.query;

/**
 * One place of a payload that has figures of its own: a field, or one constant of a field that holds a set.
 *
 * @param path the field, after the names of the records around it: {@code outer.inner}
 * @param member the constant that an event's set has or has not; empty when the field holds no set
 */
public record Part(String path, String member) implements Comparable<Part> {
    static Part field(String path) {
        return new Part(path, "");
    }

    @Override
    public int compareTo(Part other) {
        int paths = path.compareTo(other.path);
        return paths != 0 ? paths : member.compareTo(other.member);
    }
}
