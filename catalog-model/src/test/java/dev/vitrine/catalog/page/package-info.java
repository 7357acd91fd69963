/** Tests of the HTML page, as bytes and in a browser. */
package dev.vitrine.catalog.page;
