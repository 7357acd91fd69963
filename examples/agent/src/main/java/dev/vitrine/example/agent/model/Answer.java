package dev.vitrine.example.agent.model;

/**
 * What a model answered.
 *
 * @param text the whole text
 * @param contextTokens how many tokens the conversation held, as the provider counts them
 */
public record Answer(String text, long contextTokens) {}
