package dev.vitrine.catalog.reading;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.json.ExampleText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads one experiment. */
final class ExperimentReader {
    private ExperimentReader() {}

    static Experiment read(JsonPlace place) throws CatalogFormatException {
        return new Experiment(
                place.text("id"),
                place.text("event"),
                place.text("question"),
                place.textIfAny("description"),
                place.text("owner"),
                date(place.member("expires")),
                place.member("links").elements(JsonPlace::text),
                place.text("module"),
                place.text("type"),
                PayloadReader.fields(place.member("payload")),
                example(place.member("example")));
    }

    private static LocalDate date(JsonPlace place) throws CatalogFormatException {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeParseException malformed) {
            throw place.refuse("a date such as 2027-05-29 is expected here, and it is " + place.node());
        }
    }

    private static String example(JsonPlace place) throws CatalogFormatException {
        try {
            return ExampleText.of(place.node().toString());
        } catch (IllegalArgumentException noObject) {
            throw place.refuse(String.valueOf(noObject.getMessage()));
        }
    }
}
