package dev.vitrine.collector.page;

import dev.vitrine.collector.query.Answer;
import dev.vitrine.collector.query.Figure;
import dev.vitrine.collector.query.PartAnswer;
import dev.vitrine.collector.query.Series;
import dev.vitrine.collector.query.Threshold;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer as JSON: figures by week, in the order of {@code weeks}; null for one that may be hidden. */
final class JsonDownload {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonDownload() {}

    /** The file, to be sent as UTF-8. */
    static String write(Answer answer, Threshold threshold) {
        ObjectNode file = MAPPER.createObjectNode();
        file.put("experiment", answer.experiment().id());
        file.put("question", answer.experiment().question());
        file.put("threshold", threshold.reporters());
        ArrayNode weeks = file.putArray("weeks");
        answer.weeks().forEach(week -> weeks.add(week.toString()));
        series(file.putArray("events"), answer.events());
        series(file.putArray("reportersAtMost"), answer.reporters());
        ArrayNode parts = file.putArray("fields");
        answer.parts().forEach(part -> part(parts.addObject(), part));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(file);
    }

    private static void part(ObjectNode node, PartAnswer part) {
        node.put("field", part.part().path());
        if (!part.part().member().isEmpty()) {
            node.put("member", part.part().member());
        }
        ArrayNode values = node.putArray("values");
        for (PartAnswer.Row row : part.rows()) {
            ObjectNode value = values.addObject();
            value.put("kind", Kinds.of(row.value()));
            value.put("value", row.value().text());
            events(value.putArray("events"), row.events(), part.hidden());
        }
        series(node.putArray("hiddenEvents"), part.hidden());
        if (!part.different().isNone()) {
            node.put("differentAtLeast", part.different().value());
        }
    }

    /** Where a value is not shown and others are hidden, it may be among them: then null, which is not 0. */
    private static void events(ArrayNode array, Series events, Series hidden) {
        for (int week = 0; week < events.byWeek().size(); week++) {
            Figure figure = events.byWeek().get(week);
            if (figure.isNone() && !hidden.byWeek().get(week).isNone()) {
                array.addNull();
            } else {
                array.add(figure.value());
            }
        }
    }

    private static void series(ArrayNode array, Series series) {
        series.byWeek().forEach(figure -> array.add(figure.value()));
    }
}
