package dev.vitrine.example.agent.model;

/**
 * One turn of a conversation.
 *
 * @param role who speaks
 * @param text what is said
 */
public record Turn(Role role, String text) {

    /** Who speaks. */
    public enum Role {
        USER,
        MODEL
    }
}
