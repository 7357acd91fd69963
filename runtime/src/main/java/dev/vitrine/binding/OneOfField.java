package dev.vitrine.binding;

import dev.vitrine.internal.encoding.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field that holds one of a list of texts that was fixed when the experiment was compiled, or {@code other}. */
public final class OneOfField extends PayloadField {
    /** The reserved value that stands for everything that is not listed. */
    public static final String OTHER = "other";

    static final byte[] OTHER_JSON = ("\"" + OTHER + "\"").getBytes(StandardCharsets.US_ASCII);

    private final List<String> values;
    private final Map<String, byte[]> members = new HashMap<>();
    private final byte[] other;

    OneOfField(PayloadSchema schema, String name, boolean optional, List<String> values) {
        super(schema, name, optional);
        this.values = List.copyOf(values);
        for (String value : values) {
            members.put(value, member(JsonText.quote(value)));
        }
        this.other = member(OTHER_JSON);
    }

    @Override
    public String allowed() {
        List<String> all = new ArrayList<>(values);
        all.add(OTHER);
        return alternatives(all);
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, values.get(0));
    }

    /** The member with the listed text that equals {@code value}, or {@code other}: never the caller's own characters. */
    byte[] member(@Nullable String value) {
        byte[] listed = value == null ? null : members.get(value);
        return listed == null ? other : listed;
    }
}
