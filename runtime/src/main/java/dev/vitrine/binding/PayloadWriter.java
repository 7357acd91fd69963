package dev.vitrine.binding;

import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.Utf8Buffer;
import dev.vitrine.internal.encoding.VersionNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes payloads as JSON: the only serialiser there is, for the wire, the audit log, the preview and the catalog's
 * examples.
 *
 * <p>It takes a value together with the {@link PayloadField} that was declared for it, and writes only what the field
 * allows; it has no method that would copy a caller's text. It writes the fields of the experiment that is being encoded,
 * each in the record for which it was declared, and no others. Another field, and a null where the declaration allows none,
 * make the payload invalid, which {@link ExperimentType#encode} reports; nothing is thrown.
 *
 * <p>Not safe for use by several threads at once.
 */
@SuppressWarnings(
        "NullableOptional") // an Optional that is null is a mistake in the host's code, and must not throw here
public final class PayloadWriter {
    private final Utf8Buffer buffer;
    private final Supplier<@Nullable PseudonymKey> pseudonymKey;
    private boolean invalid;
    /** Whose fields can be written now; null while there is no payload. */
    private @Nullable PayloadSchema schema;

    /**
     * Writes to the end of {@code buffer}. {@code pseudonymKey} answers the key of this installation under identified
     * consent, and null otherwise: then pseudonyms are absent.
     */
    public PayloadWriter(Utf8Buffer buffer, Supplier<@Nullable PseudonymKey> pseudonymKey) {
        this.buffer = buffer;
        this.pseudonymKey = pseudonymKey;
    }

    /** Writes a boolean. */
    public void write(BooleanField field, boolean value) {
        append(field.schema(), field.member(value));
    }

    /** Writes a boolean when it is present. */
    public void writeBoolean(BooleanField field, @Nullable Optional<Boolean> value) {
        var present = present(value);
        if (present != null) {
            write(field, present);
        }
    }

    /** Writes a whole number, moved into the field's bounds. */
    public void write(RangeField field, long value) {
        if (append(field.schema(), field.prefix())) {
            buffer.append(field.clamp(value));
        }
    }

    /** Writes a whole number when it is present. */
    public void writeNumber(RangeField field, @Nullable Optional<? extends Number> value) {
        var present = present(value);
        if (present != null) {
            write(field, present.longValue());
        }
    }

    /** Writes the interval of a number; nothing for NaN. */
    public void write(BucketField field, double value) {
        byte[] member = field.member(value);
        if (member != PayloadField.ABSENT) {
            append(field.schema(), member);
        }
    }

    /** Writes the interval of a number when it is present. */
    public void writeNumber(BucketField field, @Nullable Optional<? extends Number> value) {
        var present = present(value);
        if (present != null) {
            write(field, present.doubleValue());
        }
    }

    /** Writes the interval of a duration. */
    public void write(BucketField field, @Nullable Duration value) {
        if (value == null) {
            invalid = true;
            return;
        }
        append(field.schema(), field.member(value));
    }

    /** Writes the interval of a duration when it is present. */
    public void writeDuration(BucketField field, @Nullable Optional<Duration> value) {
        var present = present(value);
        if (present != null) {
            write(field, present);
        }
    }

    /** Writes the name of an enum's constant. A constant that the catalog does not know makes the payload invalid. */
    public <E extends Enum<E>> void write(ConstantField<E> field, @Nullable E value) {
        byte[] member = field.member(value);
        if (member == PayloadField.ABSENT) {
            invalid = true;
            return;
        }
        append(field.schema(), member);
    }

    /** Writes the name of an enum's constant when it is present. */
    public <E extends Enum<E>> void writeConstant(ConstantField<E> field, @Nullable Optional<E> value) {
        var present = present(value);
        if (present != null) {
            write(field, present);
        }
    }

    /** Writes a set of an enum's constants. A constant that the catalog does not know makes the payload invalid. */
    public <E extends Enum<E>> void write(ConstantSetField<E> field, @Nullable Set<E> values) {
        if (values == null) {
            invalid = true;
            return;
        }
        long mask = 0;
        int seen = 0;
        for (E value : values) {
            int index = field.names().index(value);
            // No set of an enum holds more than its constants; what goes on is no set, and might never end.
            if (index == ConstantNames.UNKNOWN || ++seen > Long.SIZE) {
                invalid = true;
                return;
            }
            mask |= 1L << index;
        }
        append(field, mask);
    }

    /** Writes the listed text that equals {@code value}, or {@code other}. */
    public void write(OneOfField field, @Nullable String value) {
        append(field.schema(), field.member(value));
    }

    /** Writes the listed text that equals a value that is present, or {@code other}. */
    public void writeText(OneOfField field, @Nullable Optional<String> value) {
        var present = present(value);
        if (present != null) {
            write(field, present);
        }
    }

    /** Writes the listed text that equals {@code value}, or {@code other}. */
    public void write(SourcedField field, @Nullable String value) {
        append(field.schema(), field.member(value));
    }

    /** Writes the listed text that equals a value that is present, or {@code other}. */
    public void writeText(SourcedField field, @Nullable Optional<String> value) {
        var present = present(value);
        if (present != null) {
            write(field, present);
        }
    }

    /** Writes a released version number; nothing for a text of any other shape. */
    public void write(ReleaseVersionField field, @Nullable String value) {
        if (value != null && VersionNumber.matches(value) && append(field.schema(), field.prefix())) {
            buffer.append('"');
            buffer.append(value.getBytes(StandardCharsets.US_ASCII));
            buffer.append('"');
        }
    }

    /** Writes a released version number when it is present. */
    public void writeText(ReleaseVersionField field, @Nullable Optional<String> value) {
        var present = present(value);
        if (present != null) {
            write(field, present);
        }
    }

    /** Writes the pseudonym of a text; nothing without identified consent, or for null. */
    public void write(PseudonymField field, @Nullable String value) {
        PseudonymKey key = pseudonymKey.get();
        if (value != null && key != null && append(field.schema(), field.prefix())) {
            buffer.append('"');
            buffer.appendHexadecimal(key.pseudonym(value));
            buffer.append('"');
        }
    }

    /** Writes the pseudonym of a text that is present. */
    public void writeText(PseudonymField field, @Nullable Optional<String> value) {
        var present = present(value);
        if (present != null) {
            write(field, present);
        }
    }

    /** Begins a nested record; {@link #end} follows. */
    public void begin(RecordField field) {
        if (append(field.schema(), field.prefix())) {
            buffer.append('{');
            schema = field.payload();
        }
    }

    /** Ends the nested record that was begun last. */
    public void end() {
        PayloadSchema around = schema == null ? null : schema.parent();
        if (around == null) {
            invalid = true;
            return;
        }
        buffer.append('}');
        schema = around;
    }

    /** Whether a value that must be there is there; if not, the payload is invalid. */
    public boolean isGiven(@Nullable Object value) {
        if (value == null) {
            invalid = true;
        }
        return value != null;
    }

    /** Begins a payload of these fields: forgets that the one before was invalid. */
    void start(PayloadSchema payload) {
        payload.freeze();
        invalid = false;
        schema = payload;
        buffer.append('{');
    }

    /** Ends the payload that was begun with these fields; answers whether it is valid. */
    boolean finish(PayloadSchema payload) {
        boolean valid = !invalid && schema == payload;
        schema = null;
        buffer.append('}');
        return valid;
    }

    /** Ends a payload of which nothing is used. */
    void abandon() {
        schema = null;
    }

    Utf8Buffer buffer() {
        return buffer;
    }

    /**
     * Writes {@code ,"name":value}, or as much of it as is known before there is an event; the comma only between two
     * members. (Of a field itself, the JVM would load all kinds of fields to verify the methods above.) A field that
     * was declared elsewhere than for what is being written makes the payload invalid, and nothing is written.
     *
     * @return whether it was written
     */
    @SuppressWarnings("ReferenceEquality") // a schema is itself and no other
    boolean append(@Nullable PayloadSchema declaredIn, byte[] member) {
        if (declaredIn != schema) {
            invalid = true;
            return false;
        }
        if (buffer.last() == '{') {
            buffer.append(member, 1, member.length - 1);
        } else {
            buffer.append(member);
        }
        return true;
    }

    /** Writes the constants whose bits are set. */
    void append(ConstantSetField<?> field, long mask) {
        if (!append(field.schema(), field.prefix())) {
            return;
        }
        buffer.append('[');
        for (int i = 0; i < field.names().size(); i++) {
            if ((mask & (1L << i)) != 0) {
                if (buffer.last() != '[') {
                    buffer.append(',');
                }
                buffer.append(field.names().json(i));
            }
        }
        buffer.append(']');
    }

    /** What an Optional holds, or null; an Optional that is itself null makes the payload invalid. */
    private <V> @Nullable V present(@Nullable Optional<V> value) {
        if (value == null) {
            invalid = true;
            return null;
        }
        return value.orElse(null);
    }
}
