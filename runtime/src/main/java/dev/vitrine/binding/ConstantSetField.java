package dev.vitrine.binding;

/**
 * A field that holds a set of constants of an enum: a JSON array without repetition, in the order of the catalog.
 *
 * @param <E> the enum
 */
public final class ConstantSetField<E extends Enum<E>> extends PayloadField {
    private final ConstantNames<E> names;

    ConstantSetField(PayloadSchema schema, String name, ConstantNames<E> names) {
        super(schema, name, false);
        if (names.size() > Long.SIZE) {
            throw new IllegalArgumentException("a set of more than " + Long.SIZE + " constants");
        }
        this.names = names;
    }

    @Override
    public String allowed() {
        return '{' + alternatives(names.labels()) + '}';
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.append(this, 1L);
    }

    ConstantNames<E> names() {
        return names;
    }
}
