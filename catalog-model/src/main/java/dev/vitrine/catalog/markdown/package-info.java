/**
 * The catalog as a Markdown page for people.
 *
 * <p>Begin with {@link dev.vitrine.catalog.markdown.CatalogMarkdown}. The page is built as a tree and rendered by
 * commonmark, so that text of other people's cannot become markup.
 */
@NullMarked
package dev.vitrine.catalog.markdown;

import org.jspecify.annotations.NullMarked;
