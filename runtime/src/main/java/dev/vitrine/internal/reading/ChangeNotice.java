package dev.vitrine.internal.reading;

import dev.vitrine.ConsentChange;
import dev.vitrine.ConsentMode;
import dev.vitrine.internal.consent.Gate;
import java.util.Locale;

/** What became of {@code privacy on}, {@code off}, {@code disable}, {@code reset-id} and {@code forget}. */
public final class ChangeNotice implements Report {
    private final ConsentChange change;
    private final Gate gate;

    /** Tells of a change that {@code gate} goes by now. */
    public ChangeNotice(ConsentChange change, Gate gate) {
        this.change = change;
        this.gate = gate;
    }

    @Override
    public void text(Page page) {
        page.paragraph(change.explanation());
    }

    @Override
    public void json(JsonObjectWriter json) {
        ConsentMode mode = gate.decision().mode();
        json.flag("stored", change.stored())
                .text("words", change.explanation())
                .text("state", gate.stored().state().name().toLowerCase(Locale.ROOT))
                .flag("on", mode != null)
                .text("mode", mode == null ? null : Advice.word(mode))
                .text("reason", gate.decision().reason());
    }
}
