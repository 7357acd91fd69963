package dev.vitrine.maven;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.calls.CallSiteScanner;
import dev.vitrine.compiled.listing.CatalogListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Prints the experiments of this module, or of any jar: what they ask, what they collect, and the places in the code that
 * emit them. Called by hand without a target, it compiles first.
 */
@Mojo(name = "show", requiresProject = false, requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ShowMojo extends CatalogMojo {
    /** At least two colons: one may stand behind the letter of a drive. */
    private static final Pattern COORDINATES = Pattern.compile("[^:/\\\\ ]+(:[^:/\\\\ ]+){2,4}");

    /**
     * What to show instead of this module: the path of a jar or of a folder of classes, or the coordinates of an artifact,
     * <code>groupId:artifactId:version</code>.
     */
    @Parameter(property = "vitrine.target")
    String target;

    private final RepositorySystem repositories;

    /** For Maven. */
    @Inject
    @SuppressWarnings("NullAway.Init") // Maven sets the parameters
    public ShowMojo(LifecycleExecutor lifecycle, RepositorySystem repositories) {
        super(lifecycle);
        this.repositories = repositories;
    }

    @Override
    void run(OpenRoots roots) throws IOException, MojoExecutionException {
        if (target != null) {
            if (!project.isExecutionRoot()) {
                return; // a target is shown once, not once for each module
            }
            show(roots.open(resolve(target)), List.of());
            return;
        }
        Optional<ClassRoot> classes = classes(roots);
        if (classes.isPresent()) {
            show(classes.get(), classPath(roots));
        }
    }

    private void show(ClassRoot shown, List<ClassRoot> classPath) throws IOException {
        List<ClassRoot> roots = new ArrayList<>();
        roots.add(shown);
        roots.addAll(classPath);
        CatalogListing listing = new CatalogListing(CompiledModule.read(shown), CallSiteScanner.scan(roots));
        listing.lines().forEach(line -> getLog().info(line));
    }

    private Path resolve(String named) throws MojoExecutionException {
        if (!COORDINATES.matcher(named).matches()) {
            return top().resolve(named);
        }
        ArtifactRequest request =
                new ArtifactRequest(new DefaultArtifact(named), project.getRemoteProjectRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException unresolved) {
            throw new MojoExecutionException(
                    named + " is neither a file here nor an artifact that can be resolved: " + unresolved.getMessage(),
                    unresolved);
        }
    }
}
