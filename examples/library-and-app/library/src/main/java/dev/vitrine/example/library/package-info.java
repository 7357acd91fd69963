/**
 * A library that retries what fails and keeps what was fetched, and that brings three experiments of its own.
 *
 * <p>It collects nothing by itself: it has no application, no consent and no recipient. An application that wants answers
 * to its questions includes the records it chooses, and hands its analytics to {@link
 * dev.vitrine.example.library.Fetcher}. What is not included stays silent.
 */
@NullMarked
package dev.vitrine.example.library;

import org.jspecify.annotations.NullMarked;
