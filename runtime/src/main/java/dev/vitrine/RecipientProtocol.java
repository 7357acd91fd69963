package dev.vitrine;

/** What is spoken with a recipient. The catalog names it. */
public enum RecipientProtocol {
    /** Vitrine's own batch: one JSON object a request. */
    VITRINE
}
