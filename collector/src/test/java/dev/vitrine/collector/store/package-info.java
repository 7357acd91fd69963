/** What a store must do, and what the embedded one does. */
package dev.vitrine.collector.store;
