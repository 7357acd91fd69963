/** The program, run. */
package dev.vitrine.example.minimal;
