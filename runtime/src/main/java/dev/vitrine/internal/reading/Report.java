package dev.vitrine.internal.reading;

/** What a {@code privacy} command answers, in two forms that say the same: for people, and for programs. */
public interface Report {
    /** Writes it for people. */
    void text(Page page);

    /** Writes it for programs: members of one JSON object, always the same ones in the same order. */
    void json(JsonObjectWriter json);
}
