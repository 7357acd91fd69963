/** Whole collectors under test, and what the tests of their parts share. */
package dev.vitrine.collector;
