/**
 * {@code pi}, an interactive coding-agent shell: the flagship example.
 *
 * <p>Begin with {@link dev.vitrine.example.agent.EditToolOutcome}, the experiment, and
 * {@link dev.vitrine.example.agent.AgentShell}, which records it where the edit tool has done its work.
 */
@NullMarked
package dev.vitrine.example.agent;

import org.jspecify.annotations.NullMarked;
