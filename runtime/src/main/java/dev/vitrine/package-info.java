/**
 * Vitrine: opt-in product analytics in plain sight. The annotations that declare what an application collects, and the
 * objects that it holds at run time.
 *
 * <p>Begin with {@link dev.vitrine.Experiment}: a record with this annotation is one question and the one event that
 * answers it. What its components may be is a closed list, and free text is not on it:
 *
 * <ul>
 *   <li>{@code boolean}, an enum of at most 64 constants, a {@code Set} of such an enum;
 *   <li>a whole number with {@link dev.vitrine.Range} or {@link dev.vitrine.Buckets};
 *   <li>{@code double}, {@code float} and {@code Duration} with {@link dev.vitrine.Buckets};
 *   <li>{@code String} with {@link dev.vitrine.OneOf}, {@link dev.vitrine.ReleaseVersion} or
 *       {@link dev.vitrine.Pseudonym};
 *   <li>an {@code Optional} of one of these, and a nested record of them.
 * </ul>
 *
 * <p>{@link dev.vitrine.AnalyticsApplication} declares the application. The compiler then makes the privacy catalog, a
 * typed emitter for each experiment, and a subclass of {@link dev.vitrine.Analytics}. Without the user's consent none of
 * it does anything.
 */
@NullMarked
package dev.vitrine;

import org.jspecify.annotations.NullMarked;
