/** The first question, driven through a real pseudo-terminal, as a user would meet it. */
package dev.vitrine.asking;
