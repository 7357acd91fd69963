/**
 * The catalog as one self-contained HTML page.
 *
 * <p>Begin with {@link dev.vitrine.catalog.page.CatalogPage}. The page's own parts (template, style, script) are
 * resources beside it; what other people wrote is escaped by the template engine, and a content security policy lets the
 * page run and load nothing but those parts.
 */
@NullMarked
package dev.vitrine.catalog.page;

import org.jspecify.annotations.NullMarked;
