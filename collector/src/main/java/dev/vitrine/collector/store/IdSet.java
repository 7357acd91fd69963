package dev.vitrine.collector.store;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of ids, in one array. Hundreds of thousands come in a few seconds: an object for each would take more room, and each
 * look at one would fetch several from far away.
 *
 * <p>For one thread at a time.
 */
final class IdSet {
    private static final int FEW = 64;
    private static final int PORTIONS = 256;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Strangers make ids up. Who does not know this cannot make many up that have their place near to each other. */
    private final UUID secret = new UUID(RANDOM.nextLong(), RANDOM.nextLong());

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

    private long high(UUID id) {
        return id.getMostSignificantBits() ^ secret.getMostSignificantBits();
    }

    private long low(UUID id) {
        return id.getLeastSignificantBits() ^ secret.getLeastSignificantBits();
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
                        .sorted(IdSet::compare))
                .toList();
    }

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** Made-up ids can be in one portion, which is then as large as all. */
    private int portion(int place) {
        return (int) (id(place).getMostSignificantBits() >>> (Long.SIZE - Byte.SIZE));
    }

    private UUID id(int place) {
        return new UUID(
                halves[place] ^ secret.getMostSignificantBits(), halves[place + 1] ^ secret.getLeastSignificantBits());
    }
}
