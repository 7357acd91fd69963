package dev.vitrine.binding;

/** A field that holds a released version number, or is absent. */
public final class ReleaseVersionField extends PayloadField {

    ReleaseVersionField(String path, String name, boolean optional) {
        super(path, name, optional);
    }

    @Override
    public String allowed() {
        return "release version";
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, "1.2.3");
    }
}
