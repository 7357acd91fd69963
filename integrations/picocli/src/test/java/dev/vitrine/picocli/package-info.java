/** The commands and options, run as an application's user runs them. */
package dev.vitrine.picocli;
