package dev.vitrine.internal.delivery;

/** How much a test does: little in every build, all of it with {@code -Ptorture}. */
final class Torture {
    private Torture() {}

    static boolean isFull() {
        return Boolean.getBoolean("vitrine.torture");
    }

    static int count(int inEveryBuild, int full) {
        return isFull() ? full : inEveryBuild;
    }
}
