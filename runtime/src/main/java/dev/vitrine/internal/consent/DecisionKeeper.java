package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.internal.encoding.IsoDate;
import dev.vitrine.internal.encoding.RandomBytes;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is stored. Each change replaces the very text that it was made from: if another process was faster, its
 * decision stays, unless this change is a no, which is tried again on top of it.
 */
final class DecisionKeeper {
    private static final int ATTEMPTS = 20;

    private final StoredConsent stored;
    private final Outline outline;
    private final Surroundings surroundings;

    DecisionKeeper(StoredConsent stored, Outline outline, Surroundings surroundings) {
        this.stored = stored;
        this.outline = outline;
        this.surroundings = surroundings;
    }

    /**
     * Stores a grant of what the catalog lists now. One who was identified and is so again keeps the id; who is
     * anonymous has none.
     *
     * @return what was stored before; null when another process changed it at the same moment, and nothing was stored
     * @throws IOException when it cannot be stored
     */
    @Nullable
    StoredDecision grant(ConsentMode mode) throws IOException {
        return replace(1, before -> {
            if (before.state() == ConsentState.DISABLED) {
                return before;
            }
            boolean identified = mode == ConsentMode.IDENTIFIED;
            return new StoredDecision(
                    identified ? ConsentState.IDENTIFIED : ConsentState.ANONYMOUS,
                    date(),
                    identified ? idOf(before) : null,
                    before.userId(),
                    before.granted() == null || before.scope() == null ? grantAfter(before) : before.grant(),
                    outline.all(mode),
                    null);
        });
    }

    /**
     * Stores a no, of either kind; one for ever stays one for ever. The tracking id goes.
     *
     * @throws IOException when it cannot be stored
     */
    @Nullable
    StoredDecision refuse(ConsentState no) throws IOException {
        return replace(
                ATTEMPTS,
                before -> before.state() == ConsentState.DISABLED
                        ? before
                        : new StoredDecision(no, date(), null, before.userId(), before.grant(), null, null));
    }

    /**
     * Stores a new tracking id in place of the one that is stored, if the decision is identified.
     *
     * @throws IOException when it cannot be stored
     */
    @Nullable
    StoredDecision resetId() throws IOException {
        return replace(
                1,
                before -> before.state() != ConsentState.IDENTIFIED
                        ? before
                        : new StoredDecision(
                                before.state(),
                                before.decidedOn(),
                                newId(),
                                before.userId(),
                                before.grant(),
                                before.scope(),
                                null));
    }

    /**
     * Adds to a grant that was typed by hand what is missing in it: the scope, the day, the id.
     *
     * @throws IOException when it cannot be stored
     */
    @Nullable
    StoredDecision complete() throws IOException {
        return replace(1, before -> {
            ConsentMode mode = before.granted();
            if (mode == null || !before.isIncomplete()) {
                return before;
            }
            return new StoredDecision(
                    before.state(),
                    before.decidedOn() == null ? date() : before.decidedOn(),
                    mode == ConsentMode.IDENTIFIED ? idOf(before) : null,
                    before.userId(),
                    before.grant() == 0 || before.scope() == null ? grantAfter(before) : before.grant(),
                    before.scope() == null ? outline.all(mode) : before.scope(),
                    null);
        });
    }

    /**
     * Removes what is left of ids in a decision that grants nothing.
     *
     * @throws IOException when it cannot be stored
     */
    @Nullable
    StoredDecision forgetUser() throws IOException {
        return replace(ATTEMPTS, before -> switch (before.state()) {
            case OFF, DISABLED ->
                new StoredDecision(before.state(), before.decidedOn(), null, null, before.grant(), null, null);
            case UNDECIDED, UNREADABLE, ANONYMOUS, IDENTIFIED -> before;
        });
    }

    private @Nullable StoredDecision replace(int attempts, Function<StoredDecision, StoredDecision> change)
            throws IOException {
        for (int attempt = 0; attempt < attempts; attempt++) {
            String text = stored.text();
            StoredDecision before = DecisionText.parse(text);
            StoredDecision after = change.apply(before);
            if (after.equals(before) || stored.replace(text, DecisionText.write(after))) {
                return before;
            }
        }
        return null;
    }

    private static String idOf(StoredDecision before) {
        String id = before.state() == ConsentState.IDENTIFIED ? before.trackingId() : null;
        return id == null ? newId() : id;
    }

    /** One more than the last; from a random start where that is not known, or it could be the last again. */
    private static int grantAfter(StoredDecision before) {
        if (before.grant() > 0) {
            return before.grant() % StoredDecision.MAX_GRANT + 1;
        }
        byte[] random = RandomBytes.next(2);
        return ((random[0] & 0xff) << 8 | (random[1] & 0xff)) % StoredDecision.MAX_GRANT + 1;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private String date() {
        return IsoDate.text(surroundings.today());
    }
}
