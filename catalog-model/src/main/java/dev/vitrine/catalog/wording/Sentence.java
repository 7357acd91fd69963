package dev.vitrine.catalog.wording;

import java.util.ArrayList;
import java.util.List;

/** Takes apart the sentences in which what is typed stands between grave accents. */
public final class Sentence {
    private Sentence() {}

    /** The pieces of a sentence, in order; none is empty. */
    public static List<Piece> pieces(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(parts[i].replaceAll("\\s+", " "), i % 2 == 1));
            }
        }
        return pieces;
    }

    /**
     * A piece of a sentence.
     *
     * @param text the words
     * @param typed whether they are something that is typed
     */
    public record Piece(String text, boolean typed) {}
}
