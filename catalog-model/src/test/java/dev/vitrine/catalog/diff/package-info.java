/** Tests of what changed between two catalogs. */
package dev.vitrine.catalog.diff;
