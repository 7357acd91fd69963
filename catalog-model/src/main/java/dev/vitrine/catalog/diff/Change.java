package dev.vitrine.catalog.diff;

/**
 * One change.
 *
 * @param kind what it means
 * @param place where in the catalog, by names: {@code experiments/<id>/<field>}, {@code recipients/<name>/endpoint}
 * @param before what it was; empty when there was nothing
 * @param after what it is; empty when there is nothing
 * @param sentence what happened, in words
 */
public record Change(ChangeClass kind, String place, String before, String after, String sentence) {}
