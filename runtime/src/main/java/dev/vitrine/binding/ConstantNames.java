package dev.vitrine.binding;

import dev.vitrine.internal.encoding.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the constants of an enum are called on the wire. Fixed when the experiment was compiled: a constant that was added
 * to the enum since has no name here.
 */
@SuppressWarnings("EnumOrdinal") // only within one run, and always looked up by name first
final class ConstantNames<E extends Enum<E>> {
    static final int UNKNOWN = -1;

    private final List<String> labels;
    private final byte[][] jsonInCatalogOrder;
    private final int[] indexesByOrdinal;

    /** Takes the constants as pairs of the name in Java and the name on the wire. */
    ConstantNames(Class<E> type, String... pairs) {
        if (pairs.length == 0 || pairs.length % 2 != 0) {
            throw new IllegalArgumentException(type.getName() + " is given by pairs of names, not " + pairs.length);
        }
        Map<String, Integer> ordinals = new HashMap<>();
        for (E constant : constants(type)) {
            ordinals.put(constant.name(), constant.ordinal());
        }
        List<String> wireNames = new ArrayList<>();
        jsonInCatalogOrder = new byte[pairs.length / 2][];
        indexesByOrdinal = new int[ordinals.size()];
        Arrays.fill(indexesByOrdinal, UNKNOWN);
        for (int i = 0; i < jsonInCatalogOrder.length; i++) {
            byte[] json = JsonText.quote(pairs[2 * i + 1]);
            wireNames.add(pairs[2 * i + 1]);
            jsonInCatalogOrder[i] = json;
            Integer ordinal = ordinals.get(pairs[2 * i]);
            if (ordinal != null) {
                indexesByOrdinal[ordinal] = i;
            }
        }
        labels = List.copyOf(wireNames);
    }

    /** The constants; none of an enum whose own initialiser throws, of which there can be no values either. */
    private static <E extends Enum<E>> List<E> constants(Class<E> type) {
        try {
            return List.of(type.getEnumConstants());
        } catch (Throwable unusable) {
            return List.of();
        }
    }

    List<String> labels() {
        return labels;
    }

    int size() {
        return jsonInCatalogOrder.length;
    }

    byte[] json(int indexInCatalog) {
        return jsonInCatalogOrder[indexInCatalog];
    }

    /** Where the constant stands in the catalog, or {@link #UNKNOWN}. */
    int index(@Nullable Enum<?> constant) {
        return constant == null ? UNKNOWN : indexesByOrdinal[constant.ordinal()];
    }
}
