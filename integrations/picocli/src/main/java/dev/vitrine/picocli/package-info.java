/**
 * Vitrine for applications whose command line is read by picocli.
 *
 * <p>The root command implements {@link dev.vitrine.picocli.AnalyticsSource}, lists
 * {@link dev.vitrine.picocli.PrivacyCommand} among its subcommands, mixes in
 * {@link dev.vitrine.picocli.AnalyticsOptionsMixin}, and names
 * {@link dev.vitrine.picocli.AnalyticsVersionProvider} as its version provider. What these commands say and do is
 * {@link dev.vitrine.Privacy}'s; here are only the ways to reach it.
 */
@NullMarked
package dev.vitrine.picocli;

import org.jspecify.annotations.NullMarked;
