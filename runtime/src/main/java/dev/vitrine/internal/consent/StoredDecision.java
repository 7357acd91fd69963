package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of the user's decision.
 *
 * @param state what was decided
 * @param decidedOn the day of the decision, an ISO date in UTC; null when it is not known
 * @param trackingId a random UUID; used under identified consent only, and null until a decision typed by hand is
 *     completed
 * @param userId what the user typed as an id; null when nothing was typed
 * @param grant tells one yes from the next, 1 to 9,999: two that came one right after the other may be alike in
 *     everything else, and a program that runs must see that there was a no between them; 0 when it is not known. It
 *     is too small to tell one user from another, and never leaves this machine
 * @param scope the atoms that the user agreed to; null means what is installed now, as in a decision typed by hand
 * @param problem why nothing can be made of what is stored; null unless the state is {@link ConsentState#UNREADABLE}
 */
public record StoredDecision(
        ConsentState state,
        @Nullable String decidedOn,
        @Nullable String trackingId,
        @Nullable String userId,
        int grant,
        @Nullable List<String> scope,
        @Nullable String problem) {

    /** The largest number of a yes; after it comes 1. */
    static final int MAX_GRANT = 9_999;

    /** Nothing is stored. */
    public static final StoredDecision UNDECIDED = of(ConsentState.UNDECIDED);

    /** Copies the scope. */
    public StoredDecision {
        scope = scope == null ? null : List.copyOf(scope);
    }

    /** By hand: what the compiler makes of records costs 30 milliseconds at its first use, here at the end of a short run. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredDecision that
                && state == that.state
                && Objects.equals(decidedOn, that.decidedOn)
                && Objects.equals(trackingId, that.trackingId)
                && Objects.equals(userId, that.userId)
                && grant == that.grant
                && Objects.equals(scope, that.scope)
                && Objects.equals(problem, that.problem);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, decidedOn, trackingId, userId, grant, scope, problem);
    }

    /** A decision of which nothing but the state is known. */
    static StoredDecision of(ConsentState state) {
        return new StoredDecision(state, null, null, null, 0, null, null);
    }

    /** Something that nothing can be made of, and why. */
    static StoredDecision unreadable(String problem) {
        return new StoredDecision(ConsentState.UNREADABLE, null, null, null, 0, null, problem);
    }

    /** What was granted; null when nothing was. */
    public @Nullable ConsentMode granted() {
        if (state == ConsentState.ANONYMOUS) {
            return ConsentMode.ANONYMOUS;
        }
        return state == ConsentState.IDENTIFIED ? ConsentMode.IDENTIFIED : null;
    }

    /** Whether the user said no, be it for ever. */
    boolean isNo() {
        return state == ConsentState.OFF || state == ConsentState.DISABLED;
    }

    /** Whether a grant was typed by hand: something is missing in it, or an id is left that it does not cover. */
    boolean isIncomplete() {
        return granted() != null && (scope == null || (state == ConsentState.IDENTIFIED) == (trackingId == null));
    }

    /** Whether what an earlier run could not send must not be kept for a later one: no yes is stored any more. */
    public boolean isAgainstKeeping() {
        return granted() == null && state != ConsentState.UNREADABLE;
    }
}
