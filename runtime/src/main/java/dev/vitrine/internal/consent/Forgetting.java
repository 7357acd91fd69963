package dev.vitrine.internal.consent;

import dev.vitrine.ConsentChange;
import dev.vitrine.RecipientProtocol;
import dev.vitrine.internal.deletion.RecipientDeletion.Outcome;
import dev.vitrine.internal.deletion.UnconfirmedDeletions;
import dev.vitrine.internal.delivery.DeliveryState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a wish to be forgotten does: first nothing more is sent, whatever comes after; then the recipient is asked, under
 * each tracking id under which something was sent; then what is here goes, whatever the recipient says. Only the ids whose
 * deletion was not confirmed stay, so that it can be asked for again.
 *
 * <p>Safe for use by several threads. No method throws.
 */
public final class Forgetting {
    private final Gate gate;
    private final ConsentChanges changes;
    private final RecipientProtocol protocol;
    private final Function<List<DeletionPermit>, Outcome> recipient;
    private final UnconfirmedDeletions unconfirmed;

    /** Asks by {@code recipient}, to which things are sent by {@code protocol}. */
    public Forgetting(
            Gate gate,
            ConsentChanges changes,
            RecipientProtocol protocol,
            Function<List<DeletionPermit>, Outcome> recipient) {
        this.gate = gate;
        this.changes = changes;
        this.protocol = protocol;
        this.recipient = recipient;
        this.unconfirmed = new UnconfirmedDeletions(gate.places().stateDirectory());
    }

    /** Forgets everything. */
    public ConsentChange all() {
        gate.update();
        String trackingId = gate.stored().trackingId();
        ConsentChange no = withdraw();
        // After the withdrawal, when no process sends any more: an id that the recipient never had is not told to it.
        Outcome asked = ask(sentUnder(trackingId));
        String said = (no == null ? "" : no.explanation() + " ") + asked.explanation();
        try {
            deleteHere(asked.remaining());
        } catch (IOException failed) {
            return new ConsentChange(
                    false,
                    said + " Here, not everything could be deleted: " + StoredConsent.message(failed)
                            + ". When that is mended, privacy forget does the rest.");
        }
        boolean stored = no == null || no.stored();
        return new ConsentChange(stored && asked.remaining().isEmpty(), said + left(asked.remaining()));
    }

    private void deleteHere(List<String> remaining) throws IOException {
        // Before the log goes, which else would be all that names them.
        unconfirmed.replace(remaining);
        Path stateDirectory = gate.places().stateDirectory();
        if (stateDirectory != null) {
            DeliveryState.forget(stateDirectory);
        }
        gate.salt().delete();
        // Last: settings that cannot be understood keep nothing else from being deleted.
        gate.keeper().forgetUser();
    }

    private String left(List<String> remaining) {
        String kinds = " is left here of ids, salt, what waited, counts and the log.";
        return remaining.isEmpty()
                ? " Nothing" + kinds
                : " Nothing else" + kinds + " Kept in " + unconfirmed.file()
                        + (protocol == RecipientProtocol.VITRINE ? ", to ask again with privacy forget: " : ": ")
                        + String.join(", ", remaining) + '.';
    }

    /** Asks once more, under an id that the user names. */
    public ConsentChange one(UUID id) {
        String trackingId = id.toString();
        Outcome asked = ask(Set.of(trackingId));
        if (!asked.remaining().isEmpty()) {
            return new ConsentChange(
                    false,
                    asked.explanation()
                            + (protocol == RecipientProtocol.VITRINE
                                    ? " To ask again: privacy forget " + trackingId + '.'
                                    : ""));
        }
        try {
            Set<String> others = new LinkedHashSet<>(unconfirmed.ids());
            others.remove(trackingId);
            unconfirmed.replace(others);
            return new ConsentChange(true, asked.explanation());
        } catch (IOException failed) {
            return new ConsentChange(
                    false,
                    asked.explanation() + " The id could not be removed here: " + StoredConsent.message(failed) + '.');
        }
    }

    /** Says no, if a yes is in force or stored; a no stays as it is. */
    private @Nullable ConsentChange withdraw() {
        boolean yes = gate.stored().granted() != null || gate.decision().isOn();
        return yes ? changes.withdraw() : null;
    }

    private Set<String> sentUnder(@Nullable String trackingId) {
        Path stateDirectory = gate.places().stateDirectory();
        Set<String> ids = new LinkedHashSet<>(unconfirmed.ids());
        if (stateDirectory != null) {
            ids.addAll(DeliveryState.sentUnder(stateDirectory, protocol, trackingId));
        }
        return ids;
    }

    private Outcome ask(Set<String> ids) {
        return ids.isEmpty()
                ? new Outcome(List.of(), "Nothing that was sent bears a tracking id that is known here.")
                : recipient.apply(ids.stream().map(gate::permitDeletion).toList());
    }
}
