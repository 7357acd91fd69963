package dev.vitrine.binding;

/** A field that holds a pseudonym under identified consent, and is absent otherwise. */
public final class PseudonymField extends PayloadField {
    PseudonymField(String path, String name, boolean optional) {
        super(path, name, optional);
    }

    @Override
    public String allowed() {
        return "pseudonym";
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, "example");
    }
}
