package dev.vitrine.catalog.merge;

import dev.vitrine.catalog.Experiment;

/**
 * An experiment, and where it was found.
 *
 * @param experiment the experiment
 * @param place where it comes from, in words that its owner understands: a module, a folder, a jar
 */
public record Fragment(Experiment experiment, String place) {}
