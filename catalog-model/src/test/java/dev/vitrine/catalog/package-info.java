/** Tests of the catalog as data, with a sample application and a generator of random experiments. */
package dev.vitrine.catalog;
