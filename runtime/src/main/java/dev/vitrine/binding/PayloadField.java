package dev.vitrine.binding;

import dev.vitrine.internal.encoding.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One field of a payload: its name on the wire, and the closed set of values that can be written into it.
 *
 * <p>A field says what it {@linkplain #allowed() allows} in the form in which consent is stored, and writes from the
 * very same data: what it can write and what the user agreed to cannot differ.
 */
public abstract sealed class PayloadField
        permits BooleanField,
                BucketField,
                ConstantField,
                ConstantSetField,
                OneOfField,
                PseudonymField,
                RangeField,
                RecordField,
                ReleaseVersionField,
                SourcedField {
    static final byte[] ABSENT = {};

    private final PayloadSchema schema;
    private final String path;
    private final boolean optional;
    private final byte[] prefix;

    PayloadField(PayloadSchema schema, String name, boolean optional) {
        this.schema = schema;
        this.path = schema.add(this, name);
        this.optional = optional;
        byte[] quoted = JsonText.quote(name);
        this.prefix = new byte[quoted.length + 2];
        prefix[0] = ',';
        System.arraycopy(quoted, 0, prefix, 1, quoted.length);
        prefix[prefix.length - 1] = ':';
    }

    /** The name on the wire; that of a field in a nested record begins with the names around it, {@code outer.inner}. */
    public final String path() {
        return path;
    }

    /** Whether the field may be absent because the component is an {@code Optional}. */
    public final boolean optional() {
        return optional;
    }

    /** The atom of this field in the scope of a consent: {@code path=values}, {@code path?=values} when optional. */
    String atom() {
        return path + (optional ? "?=" : "=") + allowed();
    }

    /** The allowed values in the grammar of scopes, such as {@code 1..20} or {@code applied|no_match}. */
    public abstract String allowed();

    /** Writes the value that stands for this field in the catalog's example. */
    abstract void writeExample(PayloadWriter out);

    /** Where it was declared: a writer takes it there, and nowhere else. */
    final PayloadSchema schema() {
        return schema;
    }

    /** What comes before the value: {@code ,"name":}. */
    final byte[] prefix() {
        return prefix;
    }

    /** The whole member, {@code ,"name":value}, for a value that is known before there is an event. */
    final byte[] member(byte[] json) {
        byte[] member = Arrays.copyOf(prefix, prefix.length + json.length);
        System.arraycopy(json, 0, member, prefix.length, json.length);
        return member;
    }

    /**
     * A list of values as an atom: separated by {@code |}, with {@code |}, {@code %} and what is not ASCII as {@code %XX},
     * and the first character of a value that would read as another kind of field.
     */
    static String alternatives(List<String> values) {
        StringBuilder atom = new StringBuilder();
        for (String value : values) {
            if (atom.length() > 0) {
                atom.append('|');
            }
            boolean escaped = readsAsAnotherKind(value);
            for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
                if (escaped || octet == '|' || octet == '%' || octet < 0x20 || octet == 0x7F) {
                    atom.append('%')
                            .append(Character.forDigit((octet >> 4) & 0xF, 16))
                            .append(Character.forDigit(octet & 0xF, 16));
                } else {
                    atom.append((char) octet);
                }
                escaped = false;
            }
        }
        return atom.toString();
    }

    /** Whether a consent to a list of this value could be taken for one to a pseudonym, a range, a set or an open list. */
    private static boolean readsAsAnotherKind(String value) {
        return value.startsWith("{")
                || value.startsWith(SourcedField.AT_MOST)
                || value.equals(PseudonymField.ALLOWED)
                || value.equals(ReleaseVersionField.ALLOWED)
                || readsAsRange(value);
    }

    private static boolean readsAsRange(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && c != '-' && c != '.') {
                return false;
            }
        }
        return value.contains("..");
    }
}
