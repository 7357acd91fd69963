package dev.vitrine.processor.declaration;

import java.util.List;

/**
 * A record with {@code @Experiment}.
 *
 * @param place the annotation
 * @param record the record
 * @param module the Java module, or the package of a record that is in none
 * @param id the id
 * @param event the event's name; empty when it is the id
 * @param question the question
 * @param owner the owner
 * @param expires the last day of recording, as written
 * @param links the links
 */
public record ExperimentDeclaration(
        Place place,
        RecordDeclaration record,
        String module,
        Given<String> id,
        Given<String> event,
        Given<String> question,
        Given<String> owner,
        Given<String> expires,
        List<Given<String>> links) {

    /** Copies the list. */
    public ExperimentDeclaration {
        links = List.copyOf(links);
    }
}
