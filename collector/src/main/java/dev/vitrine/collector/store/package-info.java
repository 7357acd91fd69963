/**
 * What is kept, and for how long.
 *
 * <p>Begin with {@link dev.vitrine.collector.store.Store}, which says what is kept, and what never is. {@code SqliteStore} is
 * the embedded one; another passes the same tests ({@code StoreContract}).
 */
@NullMarked
package dev.vitrine.collector.store;

import org.jspecify.annotations.NullMarked;
