/**
 * The goals of {@code vitrine-maven-plugin}.
 *
 * <p>Begin with {@link dev.vitrine.maven.CheckMojo} and {@link dev.vitrine.maven.UpdateMojo}, which most builds use. What
 * they do is in {@code dev.vitrine.compiled}, where the command line finds it too; here is what only Maven knows: the
 * module's folders and class path, whether its classes are compiled yet, and the command that works in this reactor.
 */
@NullMarked
package dev.vitrine.maven;

import org.jspecify.annotations.NullMarked;
