package dev.vitrine.binding;

/** A field that holds a pseudonym under identified consent, and is absent otherwise. */
public final class PseudonymField extends PayloadField {
    static final String ALLOWED = "pseudonym";

    PseudonymField(PayloadSchema schema, String name, boolean optional) {
        super(schema, name, optional);
    }

    @Override
    public String allowed() {
        return ALLOWED;
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, "example");
    }
}
