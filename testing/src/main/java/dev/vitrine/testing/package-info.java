/**
 * For the tests of an application that uses Vitrine: what it would tell, to whom and when, without a network, a home
 * directory or a user. Everything between the emitter and the socket is the real thing; only the ends are replaced.
 *
 * <p>Begin with {@link dev.vitrine.testing.TestInstallation}. With JUnit or any other framework, a test reads:
 *
 * <pre>{@code
 * try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
 *   PiAnalytics analytics = installation.open(PiAnalytics::open);
 *
 *   new EditCommand(analytics).run("Main.java", "int a", "long a");
 *
 *   installation.assertRecordedOnly(new EditToolOutcome("gpt-5", Outcome.APPLIED, 1));
 * }
 * }</pre>
 *
 * <p>and, since most users agree to nothing, its twin:
 *
 * <pre>{@code
 * try (TestInstallation installation = TestInstallation.undecided()) {
 *   PiAnalytics analytics = installation.open(PiAnalytics::open);
 *
 *   new EditCommand(analytics).run("Main.java", "int a", "long a");
 *
 *   installation.assertNothingSent();
 * }
 * }</pre>
 *
 * <p>An application with settings of its own, which therefore implements {@link dev.vitrine.ConsentStore}, has the rules
 * for it verified by {@link dev.vitrine.testing.ConsentStoreContract}:
 *
 * <pre>{@code
 * ConsentStoreContract.of(() -> new PreferencesStore(emptyPreferences())).verify();
 * }</pre>
 *
 * <p>A failed assertion throws {@link java.lang.AssertionError} with what was expected, what came, and the reason: for
 * events, the one for which analytics are on or off; for a store, what the broken rule means to the user.
 */
@NullMarked
package dev.vitrine.testing;

import org.jspecify.annotations.NullMarked;
