package dev.vitrine.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Compiles the module when a goal is called by hand.
 *
 * <p>A goal that always forks the lifecycle would compile a second time in every {@code mvn verify} that it is bound to; one that
 * never does would look at yesterday's classes when it is called by hand. Maven cannot say "fork, unless bound" in an
 * annotation, so the fork is asked for here, in the way in which Maven's site plugin does it.
 */
final class CompiledFirst {
    private static final String PHASE = "process-classes";

    private final LifecycleExecutor lifecycle;
    private final MavenSession session;
    private final MojoExecution called;

    CompiledFirst(LifecycleExecutor lifecycle, MavenSession session, MojoExecution called) {
        this.lifecycle = lifecycle;
        this.session = session;
        this.called = called;
    }

    /** Compiles the module, unless this build already did, or the goal is bound to a phase. */
    void ensure(MavenProject project) throws MojoExecutionException {
        boolean byHand = called.getSource() == MojoExecution.Source.CLI;
        if (!byHand || project.hasLifecyclePhase(PHASE)) {
            return;
        }
        MojoDescriptor forking = called.getMojoDescriptor().clone();
        forking.setExecutePhase(PHASE);
        MojoExecution fork = new MojoExecution(forking, called.getExecutionId(), MojoExecution.Source.CLI);
        fork.setConfiguration(called.getConfiguration());
        try {
            lifecycle.calculateForkedExecutions(fork, session);
            lifecycle.executeForkedExecutions(fork, session);
        } catch (Exception failed) {
            throw new MojoExecutionException(project.getId() + " does not compile: " + failed.getMessage(), failed);
        }
    }
}
