/** Contracts that several implementations have to keep, as tests to inherit. */
package dev.vitrine.testsupport;
