package dev.vitrine.collector.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an answer, by the names that the template uses.
 *
 * @param anchor its place on the page
 * @param path the field
 * @param description what it means
 * @param kind which kind of field it is
 * @param column what the table lists
 * @param rows the first lines
 * @param more the others, folded up
 * @param chart the weeks; null when there is but one, or the values are no parts of a whole
 * @param notes what else there is to know
 * @param briefs the most frequent values
 */
record PartView(
        String anchor,
        String path,
        String description,
        String kind,
        String column,
        List<Row> rows,
        List<Row> more,
        @Nullable ChartView chart,
        List<String> notes,
        List<Brief> briefs) {

    /**
     * One of the most frequent values.
     *
     * @param label the value
     * @param share of all events
     */
    record Brief(String label, String share) {}

    /**
     * One line of the table.
     *
     * @param colour its class in the style sheet
     * @param typed whether the label is what stands on the wire
     * @param label the value
     * @param meaning what it means; empty where that is plain
     * @param events how many events
     * @param share of all events
     * @param length the same, as the length of a bar of 100
     */
    record Row(String colour, boolean typed, String label, String meaning, String events, String share, String length) {
        /** Whether the value is one that is not shown. */
        boolean hidden() {
            return colour.equals(Palette.HIDDEN);
        }
    }

    /** Whether there are lines that are folded up. */
    boolean folded() {
        return !more.isEmpty();
    }

    /** How many are. */
    int moreCount() {
        return more.size();
    }
}
