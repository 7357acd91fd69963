package dev.vitrine.binding;

import org.jspecify.annotations.Nullable;

/**
 * A field that holds one of the constants of an enum.
 *
 * @param <E> the enum
 */
public final class ConstantField<E extends Enum<E>> extends PayloadField {
    private final ConstantNames<E> names;
    private final byte[][] members;

    ConstantField(PayloadSchema schema, String name, boolean optional, ConstantNames<E> names) {
        super(schema, name, optional);
        this.names = names;
        this.members = new byte[names.size()][];
        for (int i = 0; i < members.length; i++) {
            members[i] = member(names.json(i));
        }
    }

    @Override
    public String allowed() {
        return alternatives(names.labels());
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.append(schema(), members[0]);
    }

    /** The member with this constant; {@link #ABSENT} for one that the catalog does not know. */
    byte[] member(@Nullable E constant) {
        int index = names.index(constant);
        return index == ConstantNames.UNKNOWN ? ABSENT : members[index];
    }
}
