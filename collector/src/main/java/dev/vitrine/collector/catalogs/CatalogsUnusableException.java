package dev.vitrine.collector.catalogs;

/** The collector cannot go by these catalogs; the message says why, and what to do. */
public final class CatalogsUnusableException extends Exception {
    private static final long serialVersionUID = 1;

    CatalogsUnusableException(String message) {
        super(message);
    }

    CatalogsUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
