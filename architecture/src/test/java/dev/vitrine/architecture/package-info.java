/**
 * Tests over the whole house: which way the arrows between the modules point, that every package introduces itself, and
 * that the documents show code as it is.
 */
package dev.vitrine.architecture;
