/**
 * The page that answers the catalog's questions, its downloads, and the catalog beside it.
 *
 * <p>Everything here is made from an {@link dev.vitrine.collector.query.Answer}, whose numbers are released figures; this
 * package knows neither the store nor a way to make a figure. {@link dev.vitrine.collector.page.PageHandler} serves it; {@link dev.vitrine.collector.page.AnswersPage} is the HTML, {@link dev.vitrine.collector.page.CsvDownload} and
 * {@link dev.vitrine.collector.page.JsonDownload} are the same figures for programs.
 */
@NullMarked
package dev.vitrine.collector.page;

import org.jspecify.annotations.NullMarked;
