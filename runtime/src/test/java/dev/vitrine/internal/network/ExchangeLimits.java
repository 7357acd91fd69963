package dev.vitrine.internal.network;

/** Exchanges that give up sooner than those of a program do, so that a test need not wait for ten seconds. */
public final class ExchangeLimits {
    private ExchangeLimits() {}

    /** An exchange that may last for so long. */
    public static Exchange lasting(int milliseconds) {
        return Exchange.lasting(milliseconds);
    }
}
