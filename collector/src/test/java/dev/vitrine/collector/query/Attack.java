package dev.vitrine.collector.query;

import static dev.vitrine.collector.query.Experiments.choice;
import static dev.vitrine.collector.query.Experiments.choices;
import static dev.vitrine.collector.query.Experiments.optional;
import static dev.vitrine.collector.query.Experiments.record;

import dev.vitrine.catalog.Experiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some weeks of random arrivals, and all that was shown meanwhile, under every filter. */
final class Attack {
    static final Experiment EXPERIMENT = Experiments.with(
            choice("outcome", "applied", "no_match", "io_error"),
            choices("tools", "edit"),
            optional(record("cache", choice("hit", "yes", "no"), optional(choice("tier", "memory")))));

    private static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final int CONTRIBUTIONS = 60;
    private static final int DAYS = 10;

    /**
     * A figure that was seen.
     *
     * @param what what it is the number of: a value of a part, what is hidden there, or all events
     * @param contributions the contributions that it is the sum of, as bits
     * @param all those of all events in the same view
     */
    record Sighting(String what, long contributions, long all) {}

    private final WaitingRoom room = new WaitingRoom();
    private final Set<Sighting> sightings = new LinkedHashSet<>();
    private final Set<Long> reporterFigures = new LinkedHashSet<>();
    private final List<String> reporters = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final int threshold;

    private Attack(int threshold) {
        this.threshold = threshold;
    }

    static Attack played(long seed) {
        Random random = new Random(seed);
        Attack attack = new Attack(random.nextInt(4) == 0 ? 3 : 2);
        int people = 8 + random.nextInt(30);
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = START.plusDays(day);
            for (int arrivals = random.nextInt(20); arrivals > 0; arrivals--) {
                attack.arrive(random, today.minusDays(random.nextInt(8) == 0 ? random.nextInt(8) : 0), people);
            }
            if (day % 3 == 2 || random.nextInt(6) == 0) {
                attack.publish(today);
            }
            attack.look();
        }
        return attack;
    }

    private void publish(LocalDate today) {
        try {
            new Publisher(
                            room,
                            Map.of("probe", EXPERIMENT),
                            threshold,
                            Clock.fixed(today.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                    .publishDue();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void arrive(Random random, LocalDate day, int people) {
        int number = reporters.size();
        if (number == CONTRIBUTIONS) {
            return;
        }
        Week week = Week.of(day.isBefore(START) ? START : day);
        Slice slice = new Slice(
                Said.VERSIONS.get(Math.max(random.nextInt(3), random.nextInt(3))),
                Said.SYSTEMS.get(random.nextInt(3) == 0 ? 1 : 0),
                Said.PROCESSORS.get(random.nextInt(4) == 0 ? 0 : 1));
        String payload = Payloads.random(random);
        said.add(new Said(slice, payload));
        if (random.nextInt(3) == 0) {
            reporters.add("batch " + number);
            room.addBatch(week, slice, payload, 1L << number);
        } else {
            long reporter = random.nextInt(people) + 1L;
            reporters.add("person " + reporter);
            room.add(week, slice, payload, reporter, 1L << number);
        }
    }

    /** Looks at every view that there is. */
    private void look() {
        Answers answers = Answers.of(room.portions(), threshold);
        Choices choices = answers.choices();
        List<Optional<Week>> weeks = Stream.concat(
                        Stream.of(Optional.<Week>empty()),
                        choices.weeks().stream().map(Optional::of))
                .toList();
        for (String version : withAll(choices.versions())) {
            for (String platform : withAll(choices.platforms())) {
                for (Optional<Week> from : weeks) {
                    for (Optional<Week> to : weeks) {
                        see(answers.answer(EXPERIMENT, new Filter(version, platform, from, to)));
                    }
                }
            }
        }
    }

    private static List<String> withAll(List<String> choices) {
        return Stream.concat(Stream.of(""), choices.stream()).toList();
    }

    private void see(Answer answer) {
        see("all", answer.events(), answer.events());
        answer.reporters().byWeek().forEach(figure -> reporterFigures.add(figure.value()));
        for (PartAnswer part : answer.parts()) {
            see(part.part() + " hidden", part.hidden(), answer.events());
            part.rows().forEach(row -> see(part.part() + " " + row.value(), row.events(), answer.events()));
        }
    }

    private void see(String what, Series series, Series all) {
        see(what, series.total(), all.total());
        for (int week = 0; week < series.byWeek().size(); week++) {
            see(what, series.byWeek().get(week), all.byWeek().get(week));
        }
    }

    private void see(String what, Figure figure, Figure all) {
        if (!figure.isNone()) {
            sightings.add(new Sighting(what, figure.value(), all.value()));
        }
    }

    Set<Sighting> sightings() {
        return sightings;
    }

    /** The sightings of each thing, in all views and at all times, whose differences are attacked. */
    Collection<List<Sighting>> byThing() {
        return sightings.stream().collect(Collectors.groupingBy(Sighting::what)).values();
    }

    /** The numbers of reporters that were seen. */
    Set<Long> reporterFigures() {
        return reporterFigures;
    }

    int threshold() {
        return threshold;
    }

    int portions() {
        return room.portions().size();
    }

    /** The trees that were released. */
    List<Node> trees() {
        return room.portions().stream()
                .map(portion -> PortionForm.read(portion.groups(), portion.threshold()))
                .toList();
    }

    /** How many reporters stand behind contributions. */
    int reporters(long contributions) {
        Set<String> behind = new HashSet<>();
        for (int i = 0; i < reporters.size(); i++) {
            if ((contributions >> i & 1) == 1) {
                behind.add(reporters.get(i));
            }
        }
        return behind.size();
    }

    /** What contributions are and where they come from, by the bit of each. */
    Map<Long, Said> said(long contributions) {
        Map<Long, Said> chosen = new LinkedHashMap<>();
        for (int i = 0; i < said.size(); i++) {
            if ((contributions >> i & 1) == 1) {
                chosen.put(1L << i, said.get(i));
            }
        }
        return chosen;
    }

    /** Where an event came from, and its payload. */
    record Said(Slice slice, String payload) {
        static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0");
        static final List<String> SYSTEMS = List.of("linux", "macos");
        static final List<String> PROCESSORS = List.of("aarch64", "x86_64");
    }
}
