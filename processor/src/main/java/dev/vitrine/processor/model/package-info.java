/**
 * What was declared and found right: the catalog's entry of each experiment, together with what generated code needs to
 * know of the Java behind it.
 */
@NullMarked
package dev.vitrine.processor.model;

import org.jspecify.annotations.NullMarked;
