package dev.vitrine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.ConsentStore;
import dev.vitrine.internal.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConsentStoreContractTest {
    private static final String NULL_AT_FIRST = "what nobody stored is null";
    private static final String KEPT = "what is stored is read again, character for character";
    private static final String LARGE = "the decision on a large catalog is kept whole";
    private static final String REPLACED = "what was read can be replaced";
    private static final String REMOVED = "what was removed is null again";
    private static final String STALE = "who expects what is no longer stored is told false";
    private static final String REFUSED = "a replacement that is refused changes nothing";
    private static final String ONE_OF_MANY = "of many that replace the same, one alone succeeds";
    private static final String WHOLE = "who reads while others replace sees the one or the other, whole";
    private static final String SHARED = "what one store has stored, another one over the same place reads at once";
    private static final String NEWER = "a store that has read earlier overwrites nothing newer";

    /** Found by letting a reader race with writers, which is a search. */
    private static final List<String> RACED = List.of(WHOLE);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> the_settings_file_keeps() {
        return tests(ConsentStoreContract.ofShared(() -> {
            Path file = Files.createTempDirectory(folder, "settings").resolve("pi/settings.json");
            return () -> new SettingsFile(file);
        }));
    }

    @TestFactory
    Stream<DynamicTest> the_settings_file_with_other_settings_in_it_keeps() {
        return tests(ConsentStoreContract.ofShared(() -> {
            Path file = Files.createTempDirectory(folder, "settings").resolve("settings.json");
            Files.writeString(file, "{\r\n  // mine\r\n  \"theme\": \"dark\"\r\n}\r\n");
            return () -> new SettingsFile(file);
        }));
    }

    @TestFactory
    Stream<DynamicTest> consent_in_memory_keeps() {
        return tests(ConsentStoreContract.of(InMemoryConsent::new));
    }

    private static Stream<DynamicTest> tests(ConsentStoreContract contract) {
        return contract.rules().stream().map(rule -> dynamicTest(rule.name(), rule::verify));
    }

    @TestFactory
    Stream<DynamicTest> a_store_fails_by_the_name_of_each_rule_that_it_breaks() {
        return Stream.of(
                breaks(BrokenStore.ReplacesWhateverIsThere::new, STALE, REFUSED, ONE_OF_MANY),
                breaks(BrokenStore.AlwaysAnswersTrue::new, STALE, ONE_OF_MANY),
                breaks(
                        BrokenStore.AlwaysAnswersFalse::new,
                        KEPT,
                        LARGE,
                        REPLACED,
                        REMOVED,
                        STALE,
                        REFUSED,
                        ONE_OF_MANY),
                breaks(BrokenStore.RefusesAndWritesAllTheSame::new, STALE, REFUSED, ONE_OF_MANY),
                breaks(BrokenStore.TidiesWhiteSpace::new, KEPT),
                breaks(BrokenStore.WritesLatin1::new, KEPT),
                breaks(BrokenStore.CutsOff::new, LARGE),
                breaks(BrokenStore.RefusesLargeTexts::new, LARGE),
                breaks(
                        BrokenStore.AnswersAnEmptyTextForNothing::new,
                        NULL_AT_FIRST,
                        REMOVED,
                        REFUSED,
                        ONE_OF_MANY,
                        WHOLE),
                breaks(BrokenStore.IgnoresRemoval::new, REMOVED, STALE),
                breaks(BrokenStore.ThrowsOnNull::new, REMOVED, STALE, REFUSED),
                breaks(BrokenStore.TakesNullForAnything::new, STALE, REFUSED, ONE_OF_MANY),
                breaks(BrokenStore.ComparesByIdentity::new, REPLACED),
                losesRaces(BrokenStore.ComparesBeforeItLocks::new, ONE_OF_MANY),
                losesRaces(BrokenStore.WritesInTwoHalves::new, WHOLE));
    }

    @TestFactory
    Stream<DynamicTest> stores_over_one_place_fail_by_the_name_of_each_rule_that_they_break() {
        return Stream.of(
                breaks(ConsentStoreContract.ofShared(BrokenStore.RemembersWhatItRead::place), WHOLE, SHARED),
                // Whether a race among such stores is lost too, in this run, is for the machine to say.
                dynamicTest(
                        NEWER,
                        () -> assertThat(broken(
                                        ConsentStoreContract.ofShared(BrokenStore.ComparesWithWhatItRemembers::place)))
                                .contains(NEWER)
                                .isSubsetOf(ONE_OF_MANY, NEWER)));
    }

    @Test
    void the_rules_between_several_stores_are_for_those_that_share_a_place() {
        assertThat(ConsentStoreContract.of(BrokenStore::new).rules())
                .extracting(ConsentStoreContract.Rule::name)
                .containsExactly(NULL_AT_FIRST, KEPT, LARGE, REPLACED, REMOVED, STALE, REFUSED, ONE_OF_MANY, WHOLE);
        assertThat(ConsentStoreContract.ofShared(() -> BrokenStore::new).rules())
                .extracting(ConsentStoreContract.Rule::toString)
                .endsWith(WHOLE, SHARED, NEWER)
                .hasSize(11);
    }

    @Test
    void verifying_all_says_which_are_broken_what_was_found_and_why_it_matters() {
        ConsentStoreContract.of(BrokenStore::new).verify();

        assertThatThrownBy(ConsentStoreContract.of(BrokenStore.RefusesLargeTexts::new)::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        1 of 9 rules for a ConsentStore are broken.
                        Broken:
                          1. the decision on a large catalog is kept whole
                             Expected: no exception.
                             Found: java.io.IOException: Value too long
                             Why it matters: a yes lists all that it covers, so it grows with the catalog. One that was \
                        cut off cannot be read, and one that is refused asks the user again and again.""")
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasRootCauseInstanceOf(IOException.class)
                        .hasRootCauseMessage("Value too long"));
        assertThatThrownBy(ConsentStoreContract.of(BrokenStore.AlwaysAnswersTrue::new)::verify)
                .hasMessageStartingWith("2 of 9 rules for a ConsentStore are broken.")
                .hasMessageContaining("\n  2. " + ONE_OF_MANY + "\n");
    }

    @Test
    void a_failure_shows_where_texts_differ() {
        assertThatThrownBy(rule(BrokenStore.WritesLatin1::new, KEPT)::verify)
                .hasMessageContaining("answers {\"mode\": \"anonymous\"")
                .hasMessageContaining("Cu\u00e1ntos ??")
                .hasMessageContaining(", which differs from character 53.");
        assertThatThrownBy(rule(BrokenStore.TidiesWhiteSpace::new, KEPT)::verify)
                .hasMessageContaining("answers {\"version\": 1,  \"mode\":\"off\"\\t} after it was stored");
        assertThatThrownBy(rule(BrokenStore.CutsOff::new, LARGE)::verify)
                .hasMessageContaining(", which differs from character 8192.")
                .message()
                .hasSizeLessThan(900);
    }

    @Test
    void without_a_store_nothing_is_said_about_rules() {
        ConsentStoreContract contract = ConsentStoreContract.of(() -> {
            throw new IOException("no space left");
        });

        assertThatIllegalStateException()
                .isThrownBy(contract::verify)
                .withMessageContaining("no space left")
                .withRootCauseInstanceOf(IOException.class);
    }

    private static ConsentStoreContract.Rule rule(Callable<? extends ConsentStore> store, String name) {
        return ConsentStoreContract.of(store).rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DynamicTest breaks(Callable<BrokenStore> store, String... rules) {
        return breaks(ConsentStoreContract.of(store), rules);
    }

    /** Whether a race is lost in this very run is for the machine to say; the other rules are broken for certain. */
    private static DynamicTest breaks(ConsentStoreContract contract, String... rules) {
        List<String> certain =
                Stream.of(rules).filter(rule -> !RACED.contains(rule)).toList();
        return dynamicTest(
                String.join("; ", rules),
                () -> assertThat(broken(contract)).isSubsetOf(rules).containsAll(certain));
    }

    /** Only races show what is broken here, so they are run until one is lost. */
    private static DynamicTest losesRaces(Callable<BrokenStore> store, String rule) {
        ConsentStoreContract contract = ConsentStoreContract.of(store);
        return dynamicTest(rule, () -> {
            List<String> found = List.of();
            for (int attempt = 0; found.isEmpty() && attempt < 100; attempt++) {
                found = broken(contract);
            }
            assertThat(found).containsExactly(rule);
        });
    }

    private static List<String> broken(ConsentStoreContract contract) {
        List<String> broken = new ArrayList<>();
        for (ConsentStoreContract.Rule rule : contract.rules()) {
            try {
                rule.verify();
            } catch (AssertionError failure) {
                assertThat(failure)
                        .hasMessageStartingWith(rule.name() + "\nExpected: ")
                        .hasMessageContaining("\nFound: ")
                        .hasMessageEndingWith("\nWhy it matters: " + rule.reason());
                broken.add(rule.name());
            }
        }
        return broken;
    }
}
