package dev.vitrine.catalog.json;

/**
 * The words that payload schemas use beside those of JSON Schema, which lets any other tool pass over what begins with
 * {@code x-}, and the patterns of the kinds that are not lists.
 */
public final class PayloadVocabulary {
    /** The dialect that payloads are written in. */
    public static final String DIALECT = "http://json-schema.org/draft-07/schema#";

    /** Which kind of field it is. */
    public static final String KIND = "x-kind";

    /** The bits of the field. */
    public static final String BITS = "x-bits";

    /** Why the field can be absent, as a list of reasons. */
    public static final String ABSENT = "x-absent";

    /** The class that lists the names at run time. */
    public static final String SOURCE = "x-source";

    /** What that class says about the names. */
    public static final String SOURCE_DESCRIPTION = "x-source-description";

    /** How many names there are at most. */
    public static final String MAX_SIZE = "x-max-size";

    /** What the values of {@code enum} mean, in the same order; editors show it. */
    public static final String ENUM_DESCRIPTIONS = "enumDescriptions";

    /** A reason of {@link #ABSENT}: the component is an {@code Optional}. */
    public static final String WHEN_EMPTY = "empty";

    /** A reason of {@link #ABSENT}: a floating-point number that is none. */
    public static final String WHEN_NOT_A_NUMBER = "not a number";

    /** A reason of {@link #ABSENT}: the text has not the form of a release version. */
    public static final String WHEN_NOT_A_RELEASE_VERSION = "not a release version";

    /** A reason of {@link #ABSENT}: there is no identified consent. */
    public static final String WHEN_NOT_IDENTIFIED = "not identified";

    /** A kind: true or false. */
    public static final String BOOLEAN = "boolean";

    /** A kind: one constant of an enum. */
    public static final String ENUM = "enum";

    /** A kind: a set of constants of an enum. */
    public static final String ENUM_SET = "enum-set";

    /** A kind: a whole number within bounds. */
    public static final String RANGE = "range";

    /** A kind: an interval. */
    public static final String BUCKETS = "buckets";

    /** A kind: one text of a list. */
    public static final String ONE_OF = "one-of";

    /** A kind: one text of a list that is known at run time. */
    public static final String ONE_OF_SOURCE = "one-of-source";

    /** A kind: a release version. */
    public static final String RELEASE_VERSION = "release-version";

    /** A kind: a keyed hash. */
    public static final String PSEUDONYM = "pseudonym";

    /** A kind: a nested record. */
    public static final String RECORD = "record";

    /** The value that stands for everything that a list does not hold. */
    public static final String OTHER = "other";

    /** A name that an application may list at run time. */
    public static final String NAME_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._:/+@-]{0,63}$";

    /** The most characters of such a name. */
    public static final int NAME_LENGTH = 64;

    /** One to four numbers, then perhaps a word of a closed list and a number: the rule of the runtime. */
    public static final String RELEASE_VERSION_PATTERN = "^[0-9]{1,6}(\\.[0-9]{1,6}){0,3}"
            + "([-.](alpha|beta|dev|ea|pre|preview|rc|m|M|Alpha|Beta|CR|Final|GA|RC|RELEASE|SNAPSHOT)([.-]?[0-9]{1,6})?)?$";

    /** The most characters of a release version. */
    public static final int RELEASE_VERSION_LENGTH = 32;

    /** An HMAC-SHA-256 in hexadecimal digits. */
    public static final String PSEUDONYM_PATTERN = "^[0-9a-f]{64}$";

    /** The digits of a pseudonym. */
    public static final int PSEUDONYM_LENGTH = 64;

    private PayloadVocabulary() {}
}
