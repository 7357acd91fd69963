/**
 * The goals of the Maven plugin for builds without Maven, as one executable jar.
 *
 * <p>Begin with {@link dev.vitrine.command.VitrineCommand}; each subcommand is a class beside it. What they do is in
 * {@code dev.vitrine.compiled}, where the Maven plugin finds it too.
 *
 * <p>Exit codes: 0, all is well; 1, something was found that is set to fail; 2, the command was called wrongly; 3,
 * something could not be read or written.
 */
@NullMarked
package dev.vitrine.command;

import org.jspecify.annotations.NullMarked;
