package dev.vitrine.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Markdown table: the first column is text, the others are figures. */
public final class Table {
    private final List<String> lines = new ArrayList<>();

    /** Begins a table. */
    public Table(String... columns) {
        lines.add(line(List.of(columns)));
        List<String> rule = new ArrayList<>(Collections.nCopies(columns.length, "---:"));
        rule.set(0, "---");
        lines.add('|' + String.join("|", rule) + '|');
    }

    /** One more row. */
    public void row(String... cells) {
        lines.add(line(List.of(cells)));
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
