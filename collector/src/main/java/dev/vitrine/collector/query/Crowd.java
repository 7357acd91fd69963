package dev.vitrine.collector.query;

import java.util.BitSet;

/** Who stands behind some events: never who they are, only how many at least. */
sealed interface Crowd {

    /** How many installations, told apart by their tracking ids, there are at least. */
    long installations();

    /** How many batches without any id. */
    long batches();

    /** Both together, if they have nobody in common. */
    Crowd with(Crowd other);

    /** How many reporters count: an installation once, and an anonymous batch as one, for nothing tells those apart. */
    default long size() {
        return installations() + batches();
    }

    /**
     * A crowd whose installations can be told apart, by numbers that last as long as one cut.
     *
     * @param members the installations' numbers
     * @param batches how many batches without any id
     */
    record Counted(BitSet members, long batches) implements Crowd {
        static Counted nobody() {
            return new Counted(new BitSet(), 0);
        }

        @Override
        public long installations() {
            return members.cardinality();
        }

        @Override
        public Counted with(Crowd other) {
            if (!(other instanceof Counted counted)) {
                throw new IllegalArgumentException("who is in the other crowd is forgotten");
            }
            BitSet both = (BitSet) members.clone();
            both.or(counted.members);
            return new Counted(both, batches + counted.batches);
        }
    }

    /**
     * A crowd of which only the size is left.
     *
     * @param installations how many installations
     * @param batches how many batches without any id
     */
    record Remembered(long installations, long batches) implements Crowd {
        /** Two crowds may be the same installations: only the larger number is certain. */
        @Override
        public Crowd with(Crowd other) {
            return new Remembered(Math.max(installations, other.installations()), batches + other.batches());
        }
    }
}
