/**
 * The machine: its operating system, its environment variables, and the places where it keeps settings and state.
 *
 * <p>Begin with {@link dev.vitrine.internal.platform.Places}.
 */
@NullMarked
package dev.vitrine.internal.platform;

import org.jspecify.annotations.NullMarked;
