package dev.vitrine.testing;

import dev.vitrine.ConsentStore;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a {@link ConsentStore} promises, one by one. Every check begins with nothing stored. */
enum StoreRule {
    NOTHING_IS_NULL(
            "what nobody stored is null",
            "null alone means that the user was never asked. An empty text is a decision that cannot be read: the user is"
                    + " not asked, and is told that the settings are damaged.",
            StoreRule::nothingIsNull,
            false),

    TEXT_IS_KEPT(
            "what is stored is read again, character for character",
            "what a user agreed to is compared literally with what the catalog lists. A character that changed takes back"
                    + " a yes that nobody took back, or lets the next change fail, which may be a no.",
            StoreRule::textIsKept,
            false),

    LARGE_TEXT_IS_KEPT(
            "the decision on a large catalog is kept whole",
            "a yes lists all that it covers, so it grows with the catalog. One that was cut off cannot be read, and one"
                    + " that is refused asks the user again and again.",
            StoreRule::largeTextIsKept,
            false),

    READ_TEXT_IS_REPLACED(
            "what was read can be replaced",
            "who cannot replace a yes cannot take it back.",
            StoreRule::readTextIsReplaced,
            false),

    REMOVED_IS_NULL(
            "what was removed is null again",
            "a decision that stays although it was removed holds against the user's will, with the tracking id in it.",
            StoreRule::removedIsNull,
            false),

    STALE_IS_REFUSED(
            "who expects what is no longer stored is told false",
            "the user may have decided otherwise in another process. Who is told true believes that the own decision"
                    + " holds, and goes on sending.",
            StoreRule::staleIsRefused,
            false),

    REFUSAL_CHANGES_NOTHING(
            "a replacement that is refused changes nothing",
            "otherwise a yes from earlier overwrites the no that came after it.",
            StoreRule::refusalChangesNothing,
            false),

    ONE_OF_MANY_SUCCEEDS(
            "of many that replace the same, one alone succeeds",
            "a no and a yes can be given at the same moment, in two windows. If both are told that they are stored, one is"
                    + " lost without a word; it may be the no.",
            place -> ReplacementRace.run(place).assertOneAloneSucceeded(),
            false),

    READERS_SEE_THE_WHOLE(
            "who reads while others replace sees the one or the other, whole",
            "what is stored is read before every batch. Half a decision, or none, switches analytics off for the rest of"
                    + " the run, and asks users who have answered.",
            place -> ReplacementRace.run(place).assertReadersSawTheWhole(),
            false),

    OTHERS_READ_IT(
            "what one store has stored, another one over the same place reads at once",
            "a no in one process must reach the others, which may be sending, within a second.",
            StoreRule::othersReadIt,
            true),

    STALE_STORE_IS_REFUSED(
            "a store that has read earlier overwrites nothing newer",
            "a process that has run for days remembers an old yes; the no that the user gave elsewhere since must win.",
            StoreRule::staleStoreIsRefused,
            true);

    private static final String NO = "{\"version\": 1, \"mode\": \"off\", \"decidedOn\": \"2026-11-21\"}";
    private static final String YES = "{\"version\": 1, \"mode\": \"anonymous\", \"scope\": [\"pi.example\"]}";

    /** What texts go through in files, registries and databases: encodings, escapes, white space, patterns. */
    private static final List<String> TEXTS = List.of(
            NO,
            "true",
            "{\"version\": 1,  \"mode\":\"off\"\t}",
            "{\n  \"version\": 1,\n  \"mode\": \"off\"\n}",
            "{\"mode\": \"anonymous\", \"scope\": [\"a.question=\u00bfCu\u00e1ntos \u20ac? \u4f60\u597d \ud83d\udd12\"]}",
            "{\"mode\": \"anonymous\", \"scope\": [\"a.question=\\\"\\u00e4\\\\ \\/ \\n\\\"\"]}",
            "{\"mode\": \"anonymous\", \"scope\": [\"$1 \\\\1 %s ${x} #x ;x 'x' <x> &amp; // /* */\"]}");

    /** About the scope of a hundred experiments with five fields each. */
    private static final String LARGE = IntStream.range(0, 500)
            .mapToObj(i -> "\"experiment-" + i / 5 + ".field_" + i % 5 + "=<10ms|10-100ms|>=100ms\"")
            .collect(Collectors.joining(", ", "{\"version\": 1, \"mode\": \"anonymous\", \"scope\": [", "]}"));

    private final String sentence;
    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference, which holds nothing
    private final Check check;

    private final boolean forSeveralStores;

    StoreRule(String sentence, String reason, Check check, boolean forSeveralStores) {
        this.sentence = sentence;
        this.reason = reason;
        this.check = check;
        this.forSeveralStores = forSeveralStores;
    }

    private interface Check {
        void check(Callable<? extends ConsentStore> place) throws Exception;
    }

    String sentence() {
        return sentence;
    }

    String reason() {
        return reason;
    }

    /** Whether it is a rule between several stores over one place. */
    boolean isForSeveralStores() {
        return forSeveralStores;
    }

    /** Throws an {@link AssertionError} with what was expected and found, or whatever the store throws. */
    void check(Callable<? extends ConsentStore> place) throws Exception {
        check.check(place);
    }

    private static void nothingIsNull(Callable<? extends ConsentStore> place) throws Exception {
        StoreFinding.assertReads(null, place.call(), "before anything was stored");
    }

    private static void textIsKept(Callable<? extends ConsentStore> place) throws Exception {
        ConsentStore store = place.call();
        String before = null;
        for (String text : TEXTS) {
            store(store, before, text);
            before = store.read();
            StoreFinding.assertSame(text, before, "after it was stored");
        }
    }

    private static void largeTextIsKept(Callable<? extends ConsentStore> place) throws Exception {
        ConsentStore store = place.call();
        store(store, null, LARGE);
        StoreFinding.assertReads(LARGE, store, "after it was stored");
    }

    private static void readTextIsReplaced(Callable<? extends ConsentStore> place) throws Exception {
        ConsentStore store = place.call();
        store(store, store.read(), YES);
        // Equal to what is stored, and not the same object: who remembers a text may have read it from elsewhere.
        store(store, String.valueOf(YES.toCharArray()), NO);
        StoreFinding.assertReads(NO, store, "after a yes was replaced by it");
    }

    private static void removedIsNull(Callable<? extends ConsentStore> place) throws Exception {
        ConsentStore store = place.call();
        store(store, null, YES);
        store(store, store.read(), null);
        StoreFinding.assertReads(null, store, "after the decision was removed");
        store(store, null, NO);
        StoreFinding.assertReads(NO, store, "after it was stored in place of one that was removed");
    }

    private static void staleIsRefused(Callable<? extends ConsentStore> place) throws Exception {
        ConsentStore store = place.call();
        StoreFinding.assertAnswers(false, store.replace(NO, YES), "replace(what was never stored, a yes)");
        StoreFinding.assertAnswers(false, store.replace(NO, null), "replace(what was never stored, null)");
        store(store, store.read(), NO);
        String no = store.read();
        StoreFinding.assertAnswers(false, store.replace(null, YES), "replace(null, a yes), with a no stored");
        StoreFinding.assertAnswers(false, store.replace(YES, null), "replace(a yes, null), with a no stored");
        StoreFinding.assertAnswers(false, store.replace(YES, YES), "replace(a yes, the same yes), with a no stored");
        store(store, no, null);
        StoreFinding.assertAnswers(false, store.replace(no, YES), "replace(a no that was removed since, a yes)");
    }

    private static void refusalChangesNothing(Callable<? extends ConsentStore> place) throws Exception {
        ConsentStore store = place.call();
        store.replace(NO, YES);
        StoreFinding.assertReads(null, store, "after replace(what was never stored, a yes)");
        store(store, store.read(), NO);
        store.replace(null, YES);
        StoreFinding.assertReads(NO, store, "after replace(null, a yes)");
        store.replace(YES, null);
        StoreFinding.assertReads(NO, store, "after replace(a yes, null)");
        store.replace(YES, YES);
        StoreFinding.assertReads(NO, store, "after replace(a yes, the same yes)");
    }

    private static void othersReadIt(Callable<? extends ConsentStore> place) throws Exception {
        ConsentStore reader = place.call();
        StoreFinding.assertReads(null, reader, "before anything was stored");
        store(place.call(), null, YES);
        StoreFinding.assertReads(YES, place.call(), "from a store that was made after it was stored");
        StoreFinding.assertReads(YES, reader, "from a store that had read before it was stored");
        store(place.call(), YES, null);
        StoreFinding.assertReads(null, reader, "from a store that had read before the decision was removed");
    }

    private static void staleStoreIsRefused(Callable<? extends ConsentStore> place) throws Exception {
        store(place.call(), null, YES);
        ConsentStore stale = place.call();
        String old = stale.read();
        store(place.call(), old, NO);
        StoreFinding.assertAnswers(
                false, stale.replace(old, YES), "replace(a yes, a yes), after another store replaced it by a no");
        StoreFinding.assertReads(NO, place.call(), "from another store, after that");
    }

    private static void store(ConsentStore store, @Nullable String expected, @Nullable String replacement)
            throws IOException {
        StoreFinding.assertAnswers(
                true,
                store.replace(expected, replacement),
                "replace(" + (expected == null ? "null" : "what was read") + ", " + StoreFinding.excerpt(replacement, 0)
                        + ")");
    }
}
