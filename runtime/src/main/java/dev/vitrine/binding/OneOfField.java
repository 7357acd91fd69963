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
    private final Map<String, byte[]> json;

    OneOfField(String path, String name, boolean optional, List<String> values) {
        super(path, name, optional);
        this.values = List.copyOf(values);
        this.json = new HashMap<>();
        for (String value : values) {
            json.put(value, JsonText.quote(value));
        }
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

    /** The listed text that equals {@code value}, as JSON, or {@code "other"}: never the caller's own characters. */
    byte[] json(@Nullable String value) {
        byte[] listed = value == null ? null : json.get(value);
        return listed == null ? OTHER_JSON : listed;
    }
}
