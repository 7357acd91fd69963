package dev.vitrine.binding;

import java.nio.charset.StandardCharsets;

/** A field that is true or false. */
public final class BooleanField extends PayloadField {
    static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    BooleanField(String path, String name, boolean optional) {
        super(path, name, optional);
    }

    @Override
    public String allowed() {
        return "true|false";
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, true);
    }
}
