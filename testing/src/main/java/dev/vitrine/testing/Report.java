package dev.vitrine.testing;

import java.util.List;
import java.util.function.Predicate;

/** What a failed assertion says: what was expected, what there was, and why analytics were on or off. */
final class Report {
    private final StringBuilder text;

    /** Begins with the sentence that is read first. */
    Report(String headline) {
        this.text = new StringBuilder(headline);
    }

    /** Adds a numbered list; {@code odd} marks what the reader should look at. */
    Report list(String title, List<String> events, Predicate<Integer> odd) {
        text.append('\n').append(title).append(events.isEmpty() ? ": none" : ":");
        for (int i = 0; i < events.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(events.get(i)).append(odd.test(i) ? "   <--" : "");
        }
        return this;
    }

    /** Adds a sentence. */
    Report sentence(String sentence) {
        text.append('\n').append(sentence);
        return this;
    }

    AssertionError failure() {
        return new AssertionError(text.toString());
    }
}
