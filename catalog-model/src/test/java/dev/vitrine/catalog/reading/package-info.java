/** Tests of reading catalogs back. */
package dev.vitrine.catalog.reading;
