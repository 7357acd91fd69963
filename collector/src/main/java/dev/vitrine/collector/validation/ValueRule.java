package dev.vitrine.collector.validation;

import tools.jackson.core.JsonParser;

/** What one field may hold. */
interface ValueRule {
    /**
     * Reads the value that the parser stands on, to its end.
     *
     * @return the value as JSON in its one form: equal values are equal texts, however they were written
     * @throws RefusedException when the field may not hold it; the parser then stands somewhere inside of it
     */
    String read(JsonParser json) throws RefusedException;
}
