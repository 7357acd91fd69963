package dev.vitrine.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * One question, and the one event that answers it.
 *
 * @param id its identity
 * @param event the event's name on the wire
 * @param question the question
 * @param description the description on the record; empty when there is none
 * @param owner who answers for it
 * @param expires the last day of recording, in UTC
 * @param links addresses that say more
 * @param module the module that declares it: the Java module's name, or the package of a record that is in none
 * @param type the record's binary name
 * @param fields the payload, in the order of the record's components
 * @param example a payload, as the payload writer writes it: one JSON object without line ends
 */
public record Experiment(
        String id,
        String event,
        String question,
        String description,
        String owner,
        LocalDate expires,
        List<String> links,
        String module,
        String type,
        List<Field> fields,
        String example) {

    /** Copies the lists. */
    public Experiment {
        links = List.copyOf(links);
        fields = List.copyOf(fields);
    }
}
