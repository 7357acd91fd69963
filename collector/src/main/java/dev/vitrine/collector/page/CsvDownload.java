package dev.vitrine.collector.page;

import dev.vitrine.collector.query.Answer;
import dev.vitrine.collector.query.Figure;
import dev.vitrine.collector.query.PartAnswer;
import dev.vitrine.collector.query.Series;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An answer as CSV (RFC 4180): a line for each week and value, every cell in quotation marks.
 *
 * <p>Spreadsheets run cells that begin with certain characters as formulas; those get an apostrophe before them.
 */
final class CsvDownload {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private final StringBuilder csv = new StringBuilder();
    private final Answer answer;

    private CsvDownload(Answer answer) {
        this.answer = answer;
    }

    /** The file, to be sent as UTF-8. */
    static String write(Answer answer) {
        CsvDownload download = new CsvDownload(answer);
        download.line("experiment", "week", "field", "member", "kind", "value", "number");
        download.series("", "", "all events", "", answer.events());
        download.series("", "", "all reporters at most", "", answer.reporters());
        answer.parts().forEach(download::part);
        return download.csv.toString();
    }

    private void part(PartAnswer part) {
        String path = part.part().path();
        String member = part.part().member();
        for (PartAnswer.Row row : part.rows()) {
            series(path, member, Kinds.of(row.value()), row.value().text(), row.events());
        }
        series(path, member, "hidden", "", part.hidden());
    }

    private void series(String path, String member, String kind, String value, Series series) {
        for (int week = 0; week < answer.weeks().size(); week++) {
            Figure figure = series.byWeek().get(week);
            if (!figure.isNone()) {
                line(
                        answer.experiment().id(),
                        answer.weeks().get(week).toString(),
                        path,
                        member,
                        kind,
                        value,
                        figure.toString());
            }
        }
    }

    private void line(String... cells) {
        csv.append(String.join(
                        ",", List.of(cells).stream().map(CsvDownload::cell).toList()))
                .append(LINE_END);
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !WHOLE_NUMBER.matcher(text).matches();
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
