package dev.vitrine;

/**
 * What a {@code privacy} command answers.
 *
 * @param exitCode 0 when it did what it was asked to do, 1 when it could not, 2 when the command was not understood
 * @param text what to show: lines of at most 80 columns, or those of {@link Privacy#forColumns}, each ended by {@code \n};
 *     only the bytes of requests stand in lines as long as they are. Or one line of JSON, if that was asked for.
 */
public record PrivacyAnswer(int exitCode, String text) {}
