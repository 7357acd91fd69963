package dev.vitrine.binding;

import dev.vitrine.AllowedValues;
import dev.vitrine.internal.encoding.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds one of the texts that an {@link AllowedValues} lists at run time, or {@code other}.
 *
 * <p>The source is asked once, when the first event with this field is encoded, and its set is copied then: what it
 * answers later, and what its set says of itself, has no effect.
 */
public final class SourcedField extends PayloadField {
    /** The most characters of a value. */
    public static final int MAX_LENGTH = 64;

    static final String AT_MOST = "at most ";

    private final Supplier<? extends AllowedValues> source;
    private final int maxSize;
    private final byte[] other;
    private volatile @Nullable Map<String, byte[]> members;

    SourcedField(
            PayloadSchema schema,
            String name,
            boolean optional,
            Supplier<? extends AllowedValues> source,
            int maxSize) {
        super(schema, name, optional);
        this.source = source;
        this.maxSize = maxSize;
        this.other = member(OneOfField.OTHER_JSON);
    }

    @Override
    public String allowed() {
        return AT_MOST + maxSize + " names known at run time";
    }

    @Override
    void writeExample(PayloadWriter out) {
        out.write(this, (String) null);
    }

    /** The values that can be sent now, in ascending order: asks the source if it was not asked yet. */
    public List<String> liveValues() {
        List<String> values = new ArrayList<>(live().keySet());
        Collections.sort(values);
        return Collections.unmodifiableList(values);
    }

    /** The member with the listed text that equals {@code value}, or {@code other}: never the caller's own characters. */
    byte[] member(@Nullable String value) {
        byte[] listed = value == null ? null : live().get(value);
        return listed == null ? other : listed;
    }

    private Map<String, byte[]> live() {
        Map<String, byte[]> known = members;
        if (known == null) {
            known = copy();
            members = known;
        }
        return known;
    }

    /**
     * Copies what the source lists. A set with more than {@code maxSize} names is taken for a mistake (whose data is
     * it?), and none of it is used.
     */
    @SuppressWarnings("CatchingUnchecked") // whatever the application's code throws means: no value is allowed
    private Map<String, byte[]> copy() {
        Map<String, byte[]> copy = new HashMap<>();
        try {
            Set<String> values = source.get().values();
            int seen = 0;
            for (Object value : values) {
                // Counted by hand: a set may lie about its size, and need never end.
                if (++seen > maxSize) {
                    return Map.of();
                }
                if (value instanceof String text && isName(text) && !text.equals(OneOfField.OTHER)) {
                    copy.put(text, member(JsonText.quote(text)));
                }
            }
            return copy;
        } catch (Throwable unusable) {
            return Map.of();
        }
    }

    /** Whether {@code text} matches {@code [A-Za-z0-9][A-Za-z0-9._:/+@-]{0,63}}. */
    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !isAlphanumeric(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && "._:/+@-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
