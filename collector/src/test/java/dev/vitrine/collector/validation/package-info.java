/** What a batch must be. */
package dev.vitrine.collector.validation;
