/**
 * The catalog as the compiler left it: in a folder of classes, in a jar, in several of them.
 *
 * <p>This module is what the Maven plugin and the command line share. It is a module of its own because the catalog model
 * reads no class files, and because neither of the two tools may depend on the other. It knows no compiler and no
 * network.
 *
 * <p>Begin with {@link dev.vitrine.compiled.ClassRoot}, a folder or jar that is open for reading, and
 * {@link dev.vitrine.compiled.CompiledModule}, which finds in it the fragments of the experiments and the catalogs of
 * the applications. From there:
 *
 * <ul>
 *   <li>{@link dev.vitrine.compiled.calls} reads bytecode: who emits which experiment;
 *   <li>{@link dev.vitrine.compiled.publication} writes the committed copy and holds it against what was compiled;
 *   <li>{@link dev.vitrine.compiled.inspection} is {@code check}: everything that is wrong, and the cure;
 *   <li>{@link dev.vitrine.compiled.comparison} is {@code diff}: two catalogs, wherever they are kept.
 * </ul>
 */
@NullMarked
package dev.vitrine.compiled;

import org.jspecify.annotations.NullMarked;
