/**
 * Consent: what the user decided, what of it is in force, and the gate that everything passes.
 *
 * <p>Begin with {@link dev.vitrine.internal.consent.Gate}: it alone makes the permits without which nothing is stored or
 * sent. {@link dev.vitrine.internal.consent.GatedRecorder} is what an emitter holds.
 */
@NullMarked
package dev.vitrine.internal.consent;

import org.jspecify.annotations.NullMarked;
