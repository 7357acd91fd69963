/**
 * What {@code check} looks at: whether the committed catalog, the compiled one, the fragments and the bytecode say the
 * same, and what will soon be out of date.
 *
 * <p>Begin with {@link dev.vitrine.compiled.inspection.Inspection}, which runs all checks and answers
 * {@link dev.vitrine.compiled.inspection.Finding}s; each check is a class of its own beside it. What a finding is called,
 * and whether it ends a build, stands in {@link dev.vitrine.compiled.inspection.FindingCode}.
 */
@NullMarked
package dev.vitrine.compiled.inspection;

import org.jspecify.annotations.NullMarked;
