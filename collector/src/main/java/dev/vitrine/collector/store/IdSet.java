package dev.vitrine.collector.store;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of ids, in one array. Hundreds of thousands come in a few seconds: an object for each would take three times the room,
 * and each look at one would fetch several from far away.
 *
 * <p>For one thread at a time.
 */
final class IdSet {
    /** As SQLite orders their bytes. */
    private static final Comparator<UUID> ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final int FEW = 64;
    private static final int PORTIONS = 256;

    /** Strangers make ids up. Nobody who does not know these can find ids that have their place near to each other. */
    private static final long[] SECRET = new SecureRandom().longs(2).toArray();

    /**
     * The two halves of each id, with the secret in them, or zeros: then the place is free. An id that would be zeros is the
     * secret itself. A power of two of places, of which at most half are taken.
     */
    private long[] halves = new long[2 * FEW];

    private int size;

    int size() {
        return size;
    }

    boolean has(UUID id) {
        int place = place(halves, high(id), low(id));
        return (halves[place] | halves[place + 1]) != 0;
    }

    /** Adds an id that is not there. */
    void add(UUID id) {
        if (4 * size >= halves.length) {
            grow();
        }
        put(halves, high(id), low(id));
        size++;
    }

    private void grow() {
        long[] larger = new long[2 * halves.length];
        for (int place = 0; place < halves.length; place += 2) {
            if ((halves[place] | halves[place + 1]) != 0) {
                put(larger, halves[place], halves[place + 1]);
            }
        }
        halves = larger;
    }

    private static void put(long[] halves, long high, long low) {
        int place = place(halves, high, low);
        halves[place] = high;
        halves[place + 1] = low;
    }

    /** Where an id is, or could be put. */
    private static int place(long[] halves, long high, long low) {
        // Both halves of the product, as wyhash mixes two words.
        long mixed = high * low ^ Math.multiplyHigh(high, low);
        int last = halves.length - 2;
        int place = (int) (mixed << 1) & last;
        while ((halves[place] != high || halves[place + 1] != low) && (halves[place] | halves[place + 1]) != 0) {
            place = (place + 2) & last;
        }
        return place;
    }

    private static long high(UUID id) {
        return id.getMostSignificantBits() ^ SECRET[0];
    }

    private static long low(UUID id) {
        return id.getLeastSignificantBits() ^ SECRET[1];
    }

    /**
     * All of them, as SQLite orders their bytes: the same for the same ids. They come in portions, each of which is sorted when
     * it is asked for; nothing may be added until then.
     */
    List<Stream<UUID>> inOrder() {
        int[] ends = new int[PORTIONS];
        for (int place = 0; place < halves.length; place += 2) {
            if ((halves[place] | halves[place + 1]) != 0) {
                ends[portion(place)]++;
            }
        }
        int sum = 0;
        for (int portion = 0; portion < PORTIONS; portion++) {
            sum += ends[portion];
            ends[portion] = sum;
        }
        int[] places = new int[size];
        int[] begins = ends.clone();
        for (int place = 0; place < halves.length; place += 2) {
            if ((halves[place] | halves[place + 1]) != 0) {
                places[--begins[portion(place)]] = place;
            }
        }
        return IntStream.range(0, PORTIONS)
                .mapToObj(portion -> Arrays.stream(places, begins[portion], ends[portion])
                        .mapToObj(this::id)
                        .sorted(ORDER))
                .toList();
    }

    private int portion(int place) {
        return (int) ((halves[place] ^ SECRET[0]) >>> (Long.SIZE - Byte.SIZE));
    }

    private UUID id(int place) {
        return new UUID(halves[place] ^ SECRET[0], halves[place + 1] ^ SECRET[1]);
    }
}
