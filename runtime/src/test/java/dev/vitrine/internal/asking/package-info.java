/** Tests of the question for consent: what it says, when it is asked, and what each answer does. */
package dev.vitrine.internal.asking;
