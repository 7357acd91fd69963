package dev.vitrine.internal.reading;

/** An answer of a sentence or two. */
public final class Notice implements Report {
    private final String name;
    private final String words;

    private Notice(String name, String words) {
        this.name = name;
        this.words = words;
    }

    /** Why a command could not be done. */
    public static Notice problem(String words) {
        return new Notice("problem", words);
    }

    /** Something to read, or nothing when it is empty. */
    public static Notice words(String words) {
        return new Notice("words", words);
    }

    @Override
    public void text(Page page) {
        if (!words.isEmpty()) {
            page.paragraph(words);
        }
    }

    @Override
    public void json(JsonObjectWriter json) {
        json.text(name, words);
    }
}
