package dev.vitrine.binding;

/**
 * A field that holds one of the constants of an enum.
 *
 * @param <E> the enum
 */
public final class ConstantField<E extends Enum<E>> extends PayloadField {
    private final ConstantNames<E> names;

    ConstantField(String path, String name, boolean optional, ConstantNames<E> names) {
        super(path, name, optional);
        this.names = names;
    }

    @Override
    public String allowed() {
        return alternatives(names.labels());
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.append(this, names.json(0));
    }

    ConstantNames<E> names() {
        return names;
    }
}
