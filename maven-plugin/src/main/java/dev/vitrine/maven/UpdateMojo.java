package dev.vitrine.maven;

import dev.vitrine.compiled.ClassRoot;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Publishes the compiled catalog of the module into its committed folder. Called by hand, it compiles first. Look at what
 * changed with <code>git diff</code>, and commit it.
 */
@Mojo(
        name = "update",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class UpdateMojo extends CatalogMojo {
    /** For Maven. */
    @Inject
    public UpdateMojo(LifecycleExecutor lifecycle) {
        super(lifecycle);
    }

    @Override
    void run(OpenRoots roots) throws IOException, MojoExecutionException, MojoFailureException {
        Optional<ClassRoot> classes = classes(roots);
        if (classes.isPresent()) {
            publish(classes.get(), classPath(roots));
        }
    }
}
