package dev.vitrine.collector.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publications in memory: contributions wait in it, and what was released stays. */
public final class WaitingRoom implements Publications {
    private record Place(String experiment, Week week) {}

    private final Map<Place, List<Contribution>> waiting = new LinkedHashMap<>();
    private final List<Portion> portions = new ArrayList<>();
    private final String experiment;

    WaitingRoom() {
        this("probe");
    }

    /** For events of one experiment. */
    public WaitingRoom(String experiment) {
        this.experiment = experiment;
    }

    /** Lets events of an installation wait. */
    public void add(Week week, Slice slice, String payload, long reporter, long events) {
        add(week, new Contribution(slice, json(payload), reporter, events, 0));
    }

    /** Lets events of an anonymous batch wait. */
    void addBatch(Week week, Slice slice, String payload, long events) {
        add(week, new Contribution(slice, json(payload), Contribution.ANONYMOUS, events, 1));
    }

    private void add(Week week, Contribution contribution) {
        waiting.computeIfAbsent(new Place(experiment, week), place -> new ArrayList<>())
                .add(contribution);
    }

    @Override
    public List<Waiting> waiting() {
        return waiting.entrySet().stream()
                .map(entry -> new Waiting(
                        entry.getKey().experiment(), entry.getKey().week(), 1, false, reporters(entry.getValue())))
                .toList();
    }

    private static long reporters(List<Contribution> contributions) {
        return contributions.stream()
                        .map(Contribution::reporter)
                        .filter(reporter -> reporter != Contribution.ANONYMOUS)
                        .distinct()
                        .count()
                + contributions.stream().mapToLong(Contribution::batches).sum();
    }

    @Override
    public List<Contribution> take(Waiting round) {
        return List.copyOf(waiting.getOrDefault(new Place(round.experiment(), round.week()), List.of()));
    }

    @Override
    public void release(Waiting round, Portion portion) {
        portions.add(portion);
        if (!portion.groups().isEmpty()) {
            waiting.remove(new Place(round.experiment(), round.week()));
        }
    }

    @Override
    public long version() {
        return portions.size();
    }

    @Override
    public List<Portion> portions() {
        return List.copyOf(portions);
    }

    private static JsonNode json(String payload) {
        return JsonMapper.shared().readTree(payload);
    }
}
