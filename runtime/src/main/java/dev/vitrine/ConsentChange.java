package dev.vitrine;

/**
 * What became of a change that was asked for.
 *
 * @param stored whether it is stored, and so outlives this run; a withdrawal holds in this run even if it is not. Of a wish
 *     to be forgotten: whether all of it was done, here and at the recipient
 * @param explanation what happened, and what to do when it is not what was asked for; never empty
 */
public record ConsentChange(boolean stored, String explanation) {}
