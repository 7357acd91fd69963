package dev.vitrine;

import java.util.Set;

/**
 * A closed set of strings that is known only at run time, such as the names in a bundled model database.
 *
 * <p>An implementation is a public class with a public constructor without parameters. {@link #values} is called once a
 * run, on a thread of Vitrine's, and only when events are recorded; the set is copied at once. It should take milliseconds:
 * events wait for it, and those that still do a second after the run has ended are lost, and counted. A value that does not
 * match {@code [A-Za-z0-9][A-Za-z0-9._:/+@-]{0,63}} is left out. When the set is null, when it cannot be read, or when
 * the method throws, every value is recorded as {@code other}.
 */
public interface AllowedValues {
    /** The allowed values. Never the user's own words: what stands here can be sent. */
    Set<String> values();
}
