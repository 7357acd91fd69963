package dev.vitrine.binding;

/** A field that holds a released version number, or is absent. */
public final class ReleaseVersionField extends PayloadField {

    static final String ALLOWED = "release version";

    ReleaseVersionField(PayloadSchema schema, String name, boolean optional) {
        super(schema, name, optional);
    }

    @Override
    public String allowed() {
        return ALLOWED;
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, "1.2.3");
    }
}
