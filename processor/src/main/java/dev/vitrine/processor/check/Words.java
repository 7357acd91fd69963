package dev.vitrine.processor.check;

import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.declaration.Place;
import java.util.Optional;

/** Checks the words that users read. */
final class Words {
    private final Problems problems;

    Words(Problems problems) {
        this.problems = problems;
    }

    /** A text that must say something; {@code what} names it, at the beginning of a sentence. */
    String required(String what, Given<String> text) {
        if (text.value().isBlank()) {
            problems.report(Diagnostic.BLANK_TEXT, text.place(), what);
        }
        return text.value();
    }

    /** A description that must be there. */
    String requiredDescription(String what, Place place, Optional<Given<String>> description) {
        if (description.isEmpty()) {
            problems.report(Diagnostic.MISSING_DESCRIPTION, place, what);
            return "";
        }
        return required("The description of " + what, description.get());
    }

    /** A description that may be left out, but not left blank; empty when it is left out. */
    String description(String what, Optional<Given<String>> description) {
        return description.isPresent() ? required("The description of " + what, description.get()) : "";
    }
}
