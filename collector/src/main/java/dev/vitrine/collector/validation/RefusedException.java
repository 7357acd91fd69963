package dev.vitrine.collector.validation;

import java.util.EnumMap;
import java.util.Map;

/**
 * An event or a batch is refused. There is one for each reason, without a stack trace: refusing must not cost more than
 * accepting, for those who want to be refused send the most.
 */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private static final Map<RefusalReason, RefusedException> FOR_REASON = new EnumMap<>(RefusalReason.class);

    static {
        for (RefusalReason reason : RefusalReason.values()) {
            FOR_REASON.put(reason, new RefusedException(reason));
        }
    }

    private final RefusalReason reason;

    private RefusedException(RefusalReason reason) {
        super(reason.word(), null, false, false);
        this.reason = reason;
    }

    static RefusedException of(RefusalReason reason) {
        RefusedException refused = FOR_REASON.get(reason);
        return refused == null ? new RefusedException(reason) : refused;
    }

    RefusalReason reason() {
        return reason;
    }
}
