package dev.vitrine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.internal.consent.CatalogEdit.Day;
import dev.vitrine.internal.consent.CatalogEdit.MemoryStore;
import dev.vitrine.internal.platform.Places;
import dev.vitrine.internal.reading.ChangesPage;
import dev.vitrine.internal.reading.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an edit of the catalog means for somebody who agreed before it. */
class ScopeTest {
    private static final long TODAY = LocalDate.of(2026, 11, 21).toEpochDay();

    private final MemoryStore store = new MemoryStore();

    private enum Effect {
        GOES_ON,
        WAITS,
        ONLY_THIS_EXPERIMENT_WAITS
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("nothing", Effect.GOES_ON, catalog -> {}),
                edit("a new recipient", Effect.WAITS, catalog -> catalog.recipient = "other.example"),
                edit("another controller", Effect.WAITS, catalog -> catalog.controller = "Bigger Inc."),
                edit("another endpoint", Effect.WAITS, catalog -> catalog.endpoint = "https://pi.example/v2"),
                edit("another region", Effect.WAITS, catalog -> catalog.region = "US"),
                edit("longer retention", Effect.WAITS, catalog -> catalog.retentionDays = 91),
                edit("shorter retention", Effect.GOES_ON, catalog -> catalog.retentionDays = 30),
                edit("another question", Effect.ONLY_THIS_EXPERIMENT_WAITS, catalog -> catalog.question = "Who edits?"),
                edit("a later expiry", Effect.GOES_ON, catalog -> catalog.expires = LocalDate.of(2100, 1, 1)),
                edit("an earlier expiry", Effect.GOES_ON, catalog -> catalog.expires = LocalDate.of(2030, 1, 1)),
                edit("a new experiment", Effect.GOES_ON, catalog -> catalog.withThird = true),
                edit("an experiment less", Effect.GOES_ON, catalog -> catalog.withShell = false),
                fields("a new field", Effect.ONLY_THIS_EXPERIMENT_WAITS, "1..20", "sed|patch", true),
                fields("a field less", Effect.GOES_ON, "1..20", null, false),
                fields("a wider range", Effect.ONLY_THIS_EXPERIMENT_WAITS, "1..21", "sed|patch", false),
                fields("a range that begins lower", Effect.ONLY_THIS_EXPERIMENT_WAITS, "0..20", "sed|patch", false),
                fields("a narrower range", Effect.GOES_ON, "5..19", "sed|patch", false),
                fields("a new value", Effect.ONLY_THIS_EXPERIMENT_WAITS, "1..20", "sed|patch|ed", false),
                fields("a value less", Effect.GOES_ON, "1..20", "sed", false),
                fields("values in another order", Effect.GOES_ON, "1..20", "patch|sed", false),
                edit(
                        "a new constant",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog -> catalog.fields = payload ->
                                payload.constant("day", Day.class, "MON", "mon", "TUE", "tue", "WED", "wed")),
                edit(
                        "a constant less",
                        Effect.GOES_ON,
                        catalog -> catalog.fields = payload -> payload.constant("day", Day.class, "MON", "mon")),
                edit(
                        "a set with a constant less",
                        Effect.GOES_ON,
                        catalog -> catalog.fields = payload -> payload.constants("days", Day.class, "TUE", "tue")),
                edit(
                        "a set with a new constant",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog -> catalog.fields =
                                payload -> payload.constants("days", Day.class, "MON", "mon", "WED", "wed")),
                edit(
                        "a set in place of one",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog -> catalog.fields =
                                payload -> payload.constants("day", Day.class, "MON", "mon", "TUE", "tue")),
                edit(
                        "more names from the source",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog -> catalog.fields = payload -> payload.oneOf("model", () -> Set::of, 101)),
                edit(
                        "fewer names from the source",
                        Effect.GOES_ON,
                        catalog -> catalog.fields = payload -> payload.oneOf("model", () -> Set::of, 10)),
                edit(
                        "an optional field that must be there",
                        Effect.GOES_ON,
                        catalog -> catalog.fields = payload -> payload.bool("retried")),
                edit(
                        "a field that may be absent",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog ->
                                catalog.fields = payload -> payload.optional().range("attempts", 1, 20)),
                edit(
                        "a number where a text was",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog -> catalog.fields = payload -> payload.range("tool", 1, 2)),
                edit(
                        "a pseudonym where a text was",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog -> catalog.fields = payload -> payload.pseudonym("tool")),
                edit(
                        "another name for a field",
                        Effect.ONLY_THIS_EXPERIMENT_WAITS,
                        catalog -> catalog.fields = payload -> payload.range("tries", 1, 20)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("edits")
    void anEditGoesOnOrWaitsForANewYes(String name, Effect effect, Consumer<CatalogEdit> edit) {
        CatalogEdit before = new CatalogEdit();
        Gate old = gate(before);
        assertThat(new ConsentChanges(old, before.application())
                        .grant(ConsentMode.ANONYMOUS)
                        .stored())
                .isTrue();
        assertThat(old.mayRecord(before.edit())).isTrue();
        assertThat(old.mayRecord(before.shell())).isTrue();

        CatalogEdit after = new CatalogEdit();
        edit.accept(after);
        Gate gate = gate(after);

        assertThat(gate.mayRecord(after.edit())).as("edit").isEqualTo(effect == Effect.GOES_ON);
        assertThat(gate.mayRecord(after.shell())).as("shell").isEqualTo(effect != Effect.WAITS && after.withShell);
        assertThat(gate.mayRecord(after.third())).as("what is new waits").isFalse();
        assertThat(gate.decision().isOn()).isEqualTo(effect != Effect.WAITS);
        boolean somethingWaits = effect != Effect.GOES_ON || after.withThird;
        String page = changes(gate, after);
        assertThat(page.contains("waits for your yes")).as(page).isEqualTo(somethingWaits);
        assertThat(page.lines()).allMatch(line -> line.length() <= 80);

        new ConsentChanges(gate, after.application()).grant(ConsentMode.ANONYMOUS);
        assertThat(gate.mayRecord(after.edit())).as("after a new yes").isTrue();
        assertThat(changes(gate, after)).contains("Nothing has changed");
    }

    @Test
    void aFieldNamedAsItsExperimentsQuestionIsNoChangeOfIt() {
        CatalogEdit catalog = new CatalogEdit();
        catalog.fields = payload -> payload.range("question", 1, 9);
        new ConsentChanges(gate(catalog), catalog.application()).grant(ConsentMode.ANONYMOUS);
        assertThat(changes(gate(catalog), catalog)).contains("Nothing has changed");

        catalog.fields = payload -> payload.range("question", 2, 9);
        assertThat(changes(gate(catalog), catalog).replaceAll("\\s+", " "))
                .contains("edit.question: collects less, and goes on was 1..9 is 2..9")
                .contains("None of it goes beyond")
                .doesNotContain(catalog.question);

        catalog.question = "Who edits?";
        assertThat(changes(gate(catalog), catalog).replaceAll("\\s+", " "))
                .contains(
                        "edit.question: changed, and waits for your yes was How often does the edit tool fail? is Who")
                .contains("edit.question: collects less, and goes on was 1..9 is 2..9");
    }

    @Test
    void theYesToASideRequestNamedAsTheRecipientIsNoneToSendingEventsThere() {
        CatalogEdit catalog = new CatalogEdit();
        catalog.sideRequest = "pi.example";
        new ConsentChanges(gate(catalog), catalog.application()).grant(ConsentMode.IDENTIFIED);
        Gate gate = gate(catalog);
        assertThat(changes(gate, catalog)).contains("Nothing has changed");
        assertThat(gate.permitSideRequest(catalog.application().sideRequests().get(0))
                        .trackingId())
                .isNotNull();

        catalog.endpoint = CatalogEdit.SIDE_REQUEST_ENDPOINT;

        assertThat(gate(catalog).decision().isOn()).isFalse();
    }

    @Test
    void aRecorderWhoseFieldsAreNotThoseOfTheCatalogStaysShut() {
        CatalogEdit catalog = new CatalogEdit();
        Gate gate = gate(catalog);
        new ConsentChanges(gate, catalog.application()).grant(ConsentMode.ANONYMOUS);
        CatalogEdit other = new CatalogEdit();
        other.fields = payload -> payload.range("attempts", 1, 19);

        assertThat(gate.mayRecord(catalog.edit())).isTrue();
        assertThat(gate.mayRecord(other.edit())).isFalse();
        assertThat(gate.mayRecord(catalog.third())).as("not in the catalog").isFalse();
    }

    @Test
    void whatHasExpiredIsNotRecordedHoweverOldTheInstallationIs() {
        CatalogEdit catalog = new CatalogEdit();
        catalog.expires = LocalDate.ofEpochDay(TODAY);
        long[] today = {TODAY};
        Gate gate = gate(catalog, today);
        new ConsentChanges(gate, catalog.application()).grant(ConsentMode.ANONYMOUS);
        assertThat(gate.mayRecord(catalog.edit()))
                .as("the last day is inclusive")
                .isTrue();

        today[0]++;

        assertThat(gate.mayRecord(catalog.edit())).isFalse();
        assertThat(gate.mayRecord(catalog.shell())).isTrue();
    }

    @Test
    void anEarlierExpiryInTheCatalogHoldsForAnEmitterOfALibraryThatSaysALaterOne() {
        CatalogEdit catalog = new CatalogEdit();
        catalog.expires = LocalDate.ofEpochDay(TODAY - 1);
        Gate gate = gate(catalog);
        new ConsentChanges(gate, catalog.application()).grant(ConsentMode.ANONYMOUS);
        CatalogEdit library = new CatalogEdit();

        assertThat(gate.mayRecord(library.edit())).isFalse();
    }

    @Test
    void aModeThatWasChangedByHandAgreesToWhatTheModeAddsAndToNothingElse() {
        CatalogEdit catalog = new CatalogEdit();
        new ConsentChanges(gate(catalog), catalog.application()).grant(ConsentMode.ANONYMOUS);
        String anonymous = store.read();
        assertThat(anonymous).doesNotContain("trackingId");
        assertThat(store.replace(anonymous, anonymous.replace("\"anonymous\"", "\"identified\"")))
                .isTrue();
        catalog.withThird = true;

        Gate gate = gate(catalog);

        assertThat(gate.decision().mode()).isEqualTo(ConsentMode.IDENTIFIED);
        assertThat(gate.mayRecord(catalog.edit())).isTrue();
        assertThat(gate.mayRecord(catalog.third())).isFalse();
        assertThat(store.read()).containsPattern("\"trackingId\": \"[0-9a-f-]{36}\"");
    }

    @Test
    void anIdThatIsLeftWhenTheModeIsChangedToAnonymousByHandIsRemoved() {
        CatalogEdit catalog = new CatalogEdit();
        new ConsentChanges(gate(catalog), catalog.application()).grant(ConsentMode.IDENTIFIED);
        String identified = store.read();
        assertThat(store.replace(identified, identified.replace("\"identified\"", "\"anonymous\"")))
                .isTrue();

        Gate gate = gate(catalog);

        assertThat(gate.permitBatch()).isNotNull();
        assertThat(gate.permitBatch().trackingId()).isNull();
        assertThat(store.read()).doesNotContain("\"trackingId\":");
    }

    private static Arguments edit(String name, Effect effect, Consumer<CatalogEdit> edit) {
        return arguments(name, effect, edit);
    }

    private static Arguments fields(String name, Effect effect, String range, String tools, boolean another) {
        return arguments(name, effect, (Consumer<CatalogEdit>) catalog -> catalog.fields = payload -> {
            String[] bounds = range.split("\\.\\.");
            payload.range("attempts", Long.parseLong(bounds[0]), Long.parseLong(bounds[1]));
            if (tools != null) {
                payload.oneOf("tool", tools.split("\\|"));
            }
            if (another) {
                payload.bool("another");
            }
        });
    }

    private Gate gate(CatalogEdit catalog) {
        return gate(catalog, new long[] {TODAY});
    }

    private Gate gate(CatalogEdit catalog, long[] today) {
        return new Gate(
                catalog.application(),
                AnalyticsOptions.builder()
                        .environment(Map.of())
                        .consentStore(store)
                        .build(),
                new Surroundings(
                        new Places(null, Path.of("state").toAbsolutePath(), null), () -> false, () -> today[0]));
    }

    private static String changes(Gate gate, CatalogEdit catalog) {
        Page page = new Page();
        new ChangesPage(gate, catalog.application()).text(page);
        return page.toString();
    }
}
