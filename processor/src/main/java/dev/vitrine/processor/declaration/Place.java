package dev.vitrine.processor.declaration;

/** The spot in the source at which something was declared. Only the reader makes places, and only the reports read them. */
public interface Place {
    /** What stands there, in words: a type's or a component's name. The same for the same spot in every round. */
    String name();
}
