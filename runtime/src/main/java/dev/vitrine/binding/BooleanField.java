package dev.vitrine.binding;

import java.nio.charset.StandardCharsets;

/** A field that is true or false. */
public final class BooleanField extends PayloadField {
    private final byte[] whenTrue;
    private final byte[] whenFalse;

    BooleanField(PayloadSchema schema, String name, boolean optional) {
        super(schema, name, optional);
        this.whenTrue = member("true".getBytes(StandardCharsets.US_ASCII));
        this.whenFalse = member("false".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String allowed() {
        return "true|false";
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, true);
    }

    byte[] member(boolean value) {
        return value ? whenTrue : whenFalse;
    }
}
