package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.CountedEvents;
import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;
import dev.vitrine.collector.validation.KnownEventsTable.Found;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** The events of one batch: each is accepted or refused for itself, and equal ones are counted together. */
final class EventsReader {
    /** A client's clock may be a little ahead at midnight. */
    private static final int DAYS_AHEAD = 1;

    /** With more new events than this in a batch, one parser for all of them is quicker. */
    private static final int MOST_UNKNOWN = 16;

    private static final int DATE_LENGTH = 10;

    private final CatalogRules rules;
    private final boolean identified;
    private final KnownEvents known;
    private final long today;
    private final EventCounts accepted = new EventCounts();
    private final Map<RefusalReason, Integer> refused = new EnumMap<>(RefusalReason.class);
    private int count;
    private String lastDate = "";
    private int lastDay;

    /**
     * Reads events.
     *
     * @param identified whether the batch bears an id
     * @param known where events that were accepted are remembered
     * @param today the day, as days since 1970-01-01
     */
    EventsReader(CatalogRules rules, boolean identified, KnownEvents known, long today) {
        this.rules = rules;
        this.identified = identified;
        this.known = known;
        this.today = today;
    }

    /**
     * Accepts all that is in these places: what was accepted before by its bytes, and what is new by reading it.
     *
     * @param factory makes parsers with the limits of a body: what is accepted is not nested more deeply than its rule
     * @return false when something is to be read in the other way, or too much is new
     */
    boolean acceptAll(byte[] body, EventSpans spans, JsonFactory factory) throws RefusedException {
        Found events = known.find(spans, rules, identified);
        int unknown = 0;
        for (int i = 0; i < spans.count(); i++) {
            if (events.isKnown(i) && refusal(events.epochDay(i), events.experiment(i)) == null) {
                int experiment = events.experiment(i).number();
                accepted.add(events.use(i), events.keyHash(i), events.tag(i), experiment);
                count++;
            } else {
                unknown++;
                // A parser skips a byte order mark where its part begins, which is no place for one.
                if (unknown > MOST_UNKNOWN
                        || body[spans.begin(i)] != '{'
                        || !Utf8.isText(body, spans.begin(i), spans.end(i))) {
                    return false;
                }
                readSingle(new JsonSlices(factory, body, spans.begin(i), spans.end(i)));
            }
        }
        return true;
    }

    /** Reads an event that is a body of its own. */
    private void readSingle(JsonSlices slices) throws RefusedException {
        try (JsonParser json = slices.parser()) {
            json.nextToken();
            readOne(json, slices);
            require(json.nextToken() == null, RefusalReason.MALFORMED);
        }
    }

    /** Reads the array that the parser of {@code slices} stands on. */
    void readAll(JsonParser json, JsonSlices slices) throws RefusedException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw RefusedException.of(RefusalReason.ENVELOPE);
        }
        int outside = json.streamReadContext().getNestingDepth();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            try {
                readOne(json, slices);
            } catch (RefusedException refusal) {
                refused.merge(refusal.reason(), 1, Integer::sum);
                // To the end of this event, wherever in it the mistake was.
                while (json.streamReadContext().getNestingDepth() > outside) {
                    json.nextToken();
                }
            }
        }
    }

    private void readOne(JsonParser json, JsonSlices slices) throws RefusedException {
        require(json.currentToken() == JsonToken.START_OBJECT, RefusalReason.EVENT);
        int begin = slices.begin(json);
        ExperimentRules experiment = null;
        String date = null;
        String payload = null;
        JsonSlices unread = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "event" -> {
                    require(experiment == null, RefusalReason.EVENT);
                    experiment = experiment(json);
                }
                case "day" -> {
                    require(date == null && json.currentToken() == JsonToken.VALUE_STRING, RefusalReason.EVENT);
                    date = json.getString();
                }
                case "payload" -> {
                    require(payload == null && unread == null, RefusalReason.EVENT);
                    if (experiment == null) {
                        // Which rule it is held against is said later: it is read then.
                        unread = slices.at(json);
                        json.skipChildren();
                    } else {
                        payload = experiment.rule(identified).read(json);
                    }
                }
                default -> throw RefusedException.of(RefusalReason.EVENT);
            }
        }
        if (experiment == null || date == null) {
            throw RefusedException.of(RefusalReason.EVENT);
        }
        int day = day(date, experiment);
        if (unread != null) {
            payload = payload(unread, experiment);
        } else if (payload == null) {
            throw RefusedException.of(RefusalReason.EVENT);
        }
        EventKey key = new EventKey(experiment.id(), day, payload);
        int tag = known.note(slices.body(), begin, slices.end(json), experiment, identified, key);
        accepted.add(key, key.hashCode(), tag, experiment.number());
        count++;
    }

    private ExperimentRules experiment(JsonParser json) throws RefusedException {
        ExperimentRules experiment =
                json.currentToken() == JsonToken.VALUE_STRING ? rules.event(json.getString()) : null;
        if (experiment == null) {
            throw RefusedException.of(RefusalReason.EVENT);
        }
        return experiment;
    }

    private String payload(JsonSlices unread, ExperimentRules experiment) throws RefusedException {
        try (JsonParser json = unread.parser()) {
            json.nextToken();
            return experiment.rule(identified).read(json);
        }
    }

    private int day(String date, ExperimentRules experiment) throws RefusedException {
        if (!date.equals(lastDate)) {
            lastDay = parse(date);
            lastDate = date;
        }
        RefusalReason refusal = refusal(lastDay, experiment);
        if (refusal != null) {
            throw RefusedException.of(refusal);
        }
        return lastDay;
    }

    /** Why no event of this day is accepted today; null when it is. */
    private @Nullable RefusalReason refusal(int day, ExperimentRules experiment) {
        if (day > today + DAYS_AHEAD || day + rules.retentionDays() < today) {
            return RefusalReason.DAY;
        }
        return day > experiment.lastDay() ? RefusalReason.EXPIRED : null;
    }

    private static int parse(String date) throws RefusedException {
        try {
            require(date.length() == DATE_LENGTH, RefusalReason.DAY);
            return Math.toIntExact(LocalDate.parse(date).toEpochDay());
        } catch (DateTimeException malformed) {
            throw RefusedException.of(RefusalReason.DAY);
        }
    }

    private static void require(boolean condition, RefusalReason otherwise) throws RefusedException {
        if (!condition) {
            throw RefusedException.of(otherwise);
        }
    }

    /** The events that are accepted. */
    CountedEvents accepted() {
        return accepted.counted();
    }

    /** How many events are accepted. */
    int count() {
        return count;
    }

    /** How many events are refused, by reason. */
    Map<RefusalReason, Integer> refused() {
        return refused;
    }
}
