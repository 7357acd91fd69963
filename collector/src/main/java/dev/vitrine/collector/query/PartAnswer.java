package dev.vitrine.collector.query;

import dev.vitrine.catalog.Field;
import java.util.List;

/**
 * The events by what they say in one part of the payload. The rows and what is hidden add up to all events.
 *
 * @param part the part
 * @param field the field that the part is of
 * @param rows a row for each value that is shown anywhere
 * @param hidden the events whose values are not shown: of too few reporters each, if need be with the next smallest value
 * @param different of a pseudonym, how many different ones there are at least; nothing for other fields
 */
public record PartAnswer(Part part, Field field, List<Row> rows, Series hidden, Figure different) {
    /** Copies the rows. */
    public PartAnswer {
        rows = List.copyOf(rows);
    }

    /**
     * A value.
     *
     * @param value the value
     * @param events how many events say it, as far as that is shown: more may be among the hidden
     */
    public record Row(Value value, Series events) {}
}
