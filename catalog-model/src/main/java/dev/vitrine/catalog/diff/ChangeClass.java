package dev.vitrine.catalog.diff;

/** What a change means for the people whose data it is about. */
public enum ChangeClass {
    /** More can be told, to others, for longer, or for another purpose: users must agree again. */
    COLLECTS_MORE("collects-more", "collects more"),
    /** Less can be told: the consent that was given covers it. */
    COLLECTS_LESS("collects-less", "collects less"),
    /** The same is told, and described in other words. */
    WORDING("wording", "wording");

    private final String code;
    private final String label;

    ChangeClass(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The class as a word for programs. */
    public String code() {
        return code;
    }

    /** The class in words. */
    public String label() {
        return label;
    }
}
