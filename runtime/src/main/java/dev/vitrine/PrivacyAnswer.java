package dev.vitrine;

/**
 * What a {@code privacy} command answers.
 *
 * @param exitCode 0 when it did what it was asked to do, 1 when it could not, 2 when the command was not understood
 * @param text what to show: lines of at most 80 columns, each ended by {@code \n}
 */
public record PrivacyAnswer(int exitCode, String text) {}
