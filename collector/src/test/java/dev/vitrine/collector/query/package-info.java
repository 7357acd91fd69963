/** Tests of what may be shown, by attackers who see all that is shown. */
package dev.vitrine.collector.query;
