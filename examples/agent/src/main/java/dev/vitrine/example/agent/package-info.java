/**
 * {@code pi}, an interactive coding-agent shell: the flagship example.
 *
 * <p>Begin with {@link dev.vitrine.example.agent.EditToolOutcome}, the experiment, and
 * {@link dev.vitrine.example.agent.EditCommand}, which records it where the edit tool has done its work. The other four
 * experiments are recorded by {@link dev.vitrine.example.agent.AskCommand}, which asks a model.
 */
@NullMarked
package dev.vitrine.example.agent;

import org.jspecify.annotations.NullMarked;
