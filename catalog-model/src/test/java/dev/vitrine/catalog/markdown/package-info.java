/** Tests of the Markdown page, read back by a parser. */
package dev.vitrine.catalog.markdown;
