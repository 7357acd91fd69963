package dev.vitrine.testing;

import dev.vitrine.ConsentStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * The rules that every {@link ConsentStore} keeps, for applications with settings of their own. With any test framework,
 * a test reads:
 *
 * <pre>{@code
 * ConsentStoreContract.of(() -> new PreferencesStore(emptyPreferences())).verify();
 * }</pre>
 *
 * <p>and a store that outlives its process, or that other processes share, is tested as such:
 *
 * <pre>{@code
 * ConsentStoreContract.ofShared(() -> {
 *       Path file = Files.createTempDirectory(folder, "settings").resolve("pi.toml");
 *       return () -> new TomlStore(file);
 *     })
 *     .verify();
 * }</pre>
 *
 * <p>Frameworks with tests that are made at run time can show each rule as one: {@link #rules}. Two of the rules let four
 * threads compete for up to 0.3 seconds each; such a test that fails is right, one that passes may have been lucky.
 */
public final class ConsentStoreContract {
    private final List<Rule> rules;

    private ConsentStoreContract(
            Predicate<StoreRule> kind, Callable<? extends Callable<? extends ConsentStore>> emptyPlace) {
        rules = Arrays.stream(StoreRule.values())
                .filter(kind)
                .map(rule -> new Rule(rule, emptyPlace))
                .toList();
    }

    /**
     * The contract of one store that several threads use.
     *
     * @param emptyStore makes a store with nothing in it, a new one at each call
     */
    public static ConsentStoreContract of(Callable<? extends ConsentStore> emptyStore) {
        return new ConsentStoreContract(rule -> !rule.isForSeveralStores(), () -> {
            ConsentStore store = emptyStore.call();
            return () -> store;
        });
    }

    /**
     * The contract of stores that share what is behind them: a file, a registry, a database. Adds to the rules for one
     * store those between several, and has the threads use a store each.
     *
     * @param emptyPlace makes a place with nothing in it, a new one at each call; the place answers a store over itself,
     *     another one at each call
     */
    public static ConsentStoreContract ofShared(Callable<? extends Callable<? extends ConsentStore>> emptyPlace) {
        return new ConsentStoreContract(rule -> true, emptyPlace);
    }

    /** The rules, in the order in which they are best read; each can be verified alone, in any order. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Verifies all rules.
     *
     * @throws AssertionError when one is broken, or several: with the name of each, what was expected, what was found, and
     *     what it means for the user
     * @throws IllegalStateException when no store could be made
     */
    public void verify() {
        List<AssertionError> broken = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                rule.verify();
            } catch (AssertionError failure) {
                broken.add(failure);
            }
        }
        if (!broken.isEmpty()) {
            AssertionError failure = new Report(
                            broken.size() + " of " + rules.size() + " rules for a ConsentStore are broken.")
                    .list(
                            "Broken",
                            broken.stream().map(ConsentStoreContract::indented).toList(),
                            i -> false)
                    .failure();
            broken.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static String indented(AssertionError failure) {
        return String.valueOf(failure.getMessage()).replace("\n", "\n     ");
    }

    /** One rule, and the stores that it is verified with. */
    public static final class Rule {
        private final StoreRule rule;
        private final Callable<? extends Callable<? extends ConsentStore>> emptyPlace;

        private Rule(StoreRule rule, Callable<? extends Callable<? extends ConsentStore>> emptyPlace) {
            this.rule = rule;
            this.emptyPlace = emptyPlace;
        }

        /** The rule as a sentence. */
        public String name() {
            return rule.sentence();
        }

        /** What it means for the user when it is broken. */
        public String reason() {
            return rule.reason();
        }

        /**
         * Verifies this rule, with stores of its own.
         *
         * @throws AssertionError when it is broken: with its name, what was expected, what was found, and the reason
         * @throws IllegalStateException when no store could be made
         */
        public void verify() {
            Callable<? extends ConsentStore> place = place();
            try {
                rule.check(place);
            } catch (AssertionError broken) {
                throw failure(String.valueOf(broken.getMessage()), broken);
            } catch (Exception thrown) {
                throw failure("Expected: no exception.\nFound: " + thrown, thrown);
            }
        }

        /** The sentence, as frameworks show it that name tests by what they are made from. */
        @Override
        public String toString() {
            return name();
        }

        private Callable<? extends ConsentStore> place() {
            try {
                return emptyPlace.call();
            } catch (Exception thrown) {
                throw new IllegalStateException(
                        "no rule can be verified, because no store with nothing in it could be made: " + thrown,
                        thrown);
            }
        }

        private AssertionError failure(String finding, Throwable cause) {
            return new AssertionError(name() + "\n" + finding + "\nWhy it matters: " + reason(), cause);
        }
    }
}
