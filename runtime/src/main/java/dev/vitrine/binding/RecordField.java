package dev.vitrine.binding;

/** A field that holds a nested record: a JSON object with fields of its own. */
public final class RecordField extends PayloadField {
    private final PayloadSchema payload;

    RecordField(PayloadSchema schema, String name) {
        super(schema, name, false);
        this.payload = new PayloadSchema(schema, path() + '.');
    }

    /** The fields of the nested record. */
    public PayloadSchema payload() {
        return payload;
    }

    @Override
    public String allowed() {
        return "record";
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.begin(this);
        payload.writeExample(out);
        out.end();
    }
}
