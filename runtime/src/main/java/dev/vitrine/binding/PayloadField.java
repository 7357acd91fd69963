package dev.vitrine.binding;

import dev.vitrine.internal.encoding.JsonText;
import java.nio.charset.StandardCharsets;
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

    private final String path;
    private final boolean optional;
    private final byte[] prefix;

    PayloadField(String path, String name, boolean optional) {
        this.path = path;
        this.optional = optional;
        byte[] quoted = JsonText.quote(name);
        this.prefix = new byte[quoted.length + 1];
        System.arraycopy(quoted, 0, prefix, 0, quoted.length);
        prefix[quoted.length] = ':';
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

    final byte[] prefix() {
        return prefix;
    }

    /** A list of values as an atom: separated by {@code |}, with {@code |}, {@code %} and line ends as {@code %XX}. */
    static String alternatives(List<String> values) {
        StringBuilder atom = new StringBuilder();
        for (String value : values) {
            if (atom.length() > 0) {
                atom.append('|');
            }
            for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
                if (octet == '|' || octet == '%' || (octet >= 0 && octet < 0x20) || octet == 0x7F) {
                    atom.append('%')
                            .append(Character.forDigit(octet >> 4, 16))
                            .append(Character.forDigit(octet & 0xF, 16));
                } else if (octet >= 0) {
                    atom.append((char) octet);
                } else {
                    atom.append('%')
                            .append(Character.forDigit((octet >> 4) & 0xF, 16))
                            .append(Character.forDigit(octet & 0xF, 16));
                }
            }
        }
        return atom.toString();
    }
}
