/**
 * Who emits what, read from bytecode.
 *
 * <p>Begin with {@link dev.vitrine.compiled.calls.CallSiteScanner}. It reads twice: first the generated classes, which
 * carry {@code @GeneratedBinding} and whose emitting methods carry {@code @Emits}; then every other class that mentions
 * one of them. A method reference stands in a class file's bootstrap arguments, and a lambda's body in a method of its
 * own: both are told as the method in which they were written.
 */
@NullMarked
package dev.vitrine.compiled.calls;

import org.jspecify.annotations.NullMarked;
