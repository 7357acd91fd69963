package dev.vitrine.binding;

import dev.vitrine.internal.encoding.Utf8Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment is at run time: its identity, its expiry and its payload's schema. The compiler makes one subclass
 * for each experiment.
 *
 * @param <T> the annotated record
 */
public abstract class ExperimentType<T extends Record> {
    /** The fields; subclasses declare them in their constructor, in the order in which {@link #write} writes them. */
    protected final PayloadSchema payload = new PayloadSchema(null, "");

    private final String id;
    private final String event;
    private final String question;
    private final long expires;

    /** Takes {@code expires} as the last day of recording, in days since 1970-01-01 (UTC). */
    protected ExperimentType(String id, String event, String question, long expires) {
        this.id = id;
        this.event = event;
        this.question = question;
        this.expires = expires;
    }

    /**
     * Stands for an experiment whose own description cannot be made in this run, for want of a class: its events are counted
     * as invalid, and go nowhere. For generated code.
     */
    public static <T extends Record> ExperimentType<T> unusable() {
        return UnusableType.make();
    }

    /** Whether its events can be encoded. */
    public final boolean isUsable() {
        return !event.isEmpty();
    }

    /** The experiment's id. */
    public final String id() {
        return id;
    }

    /** The event's name on the wire. */
    public final String event() {
        return event;
    }

    /** The question that it answers. */
    public final String question() {
        return question;
    }

    /** The last day of recording, in days since 1970-01-01 (UTC). */
    public final long expires() {
        return expires;
    }

    /** The payload's fields. */
    public final PayloadSchema payload() {
        return payload;
    }

    /** What a consent must cover for this experiment: {@code id.question=…}, then {@code id.field=values} for each field. */
    public final List<String> atoms() {
        // What is compared with the catalog now must be all that can be written later.
        payload.freeze();
        List<String> atoms = new ArrayList<>();
        atoms.add(id + ".question=" + PayloadField.alternatives(List.of(question)));
        for (String atom : payload.atoms()) {
            atoms.add(id + '.' + atom);
        }
        return atoms;
    }

    /**
     * Appends the payload of {@code event} to the writer's buffer as one JSON object.
     *
     * @return whether the payload is valid; if not, or if the record's own code throws, the buffer is as it was
     */
    @SuppressWarnings("CatchingUnchecked") // the record's own code may throw anything, and must not stop the sender
    public final boolean encode(@Nullable T event, PayloadWriter out) {
        Utf8Buffer buffer = out.buffer();
        int start = buffer.length();
        boolean valid = false;
        try {
            if (event != null) {
                out.start(payload);
                write(event, out);
                valid = out.finish(payload);
            }
        } catch (Throwable refused) {
            // Also any Error: it costs this event, and not those that wait behind it.
            valid = false;
        } finally {
            if (!valid) {
                out.abandon();
                buffer.truncate(start);
            }
        }
        return valid;
    }

    /** Appends the payload of the catalog's example: each field's first value. */
    public final void encodeExample(PayloadWriter out) {
        out.start(payload);
        payload.writeExample(out);
        out.finish(payload);
    }

    /** Writes the fields of {@code event}, in the order in which they were declared. */
    protected abstract void write(T event, PayloadWriter out);
}
