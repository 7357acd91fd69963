package dev.vitrine.maven;

import dev.vitrine.catalog.diff.ChangeClass;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.comparison.CatalogComparison;
import dev.vitrine.compiled.comparison.DiffFormat;
import dev.vitrine.compiled.comparison.EarlierCatalog;
import dev.vitrine.compiled.comparison.FailOn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Tells what changed between an earlier catalog and the compiled one, and what it means for users: what collects more,
 * what collects less, what is only worded otherwise. Called by hand, it compiles first.
 */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DiffMojo extends CatalogMojo {
    /**
     * The earlier catalog: the path of a <code>catalog.json</code>, of a published folder, of a folder of classes or of a
     * jar; what is none of these is a git revision, at which the committed catalog is read.
     */
    @Parameter(property = "vitrine.against", defaultValue = "HEAD")
    String against;

    /** For whom: <code>text</code>, <code>markdown</code> (for a pull request) or <code>json</code>. */
    @Parameter(property = "vitrine.format", defaultValue = "text")
    String format;

    /** A file to write to, instead of the console. */
    @Parameter(property = "vitrine.output")
    File output;

    /** The classes of changes on which to fail, with commas: <code>collects-more,collects-less,wording</code>. */
    @Parameter(property = "vitrine.failOn", defaultValue = "")
    String failOn;

    /** For Maven. */
    @Inject
    @SuppressWarnings("NullAway.Init") // Maven sets the parameters
    public DiffMojo(LifecycleExecutor lifecycle) {
        super(lifecycle);
    }

    @Override
    void run(OpenRoots roots) throws IOException, MojoExecutionException, MojoFailureException {
        DiffFormat wanted = format();
        Set<ChangeClass> failing = failing();
        Optional<ClassRoot> classes = classes(roots);
        if (classes.isEmpty()) {
            return;
        }
        CompiledModule module = CompiledModule.read(classes.get());
        if (module.catalogs().isEmpty()) {
            return;
        }
        requireWhole(module, classPath(roots));
        CatalogComparison comparison =
                CatalogComparison.of(module.catalogs(), new EarlierCatalog(against), top(), catalogDirectory.toPath());
        print(comparison.text(wanted));
        long count = comparison.count(failing);
        if (count > 0) {
            throw new MojoFailureException("Compared with " + against + ", the privacy catalog of "
                    + project.getArtifactId() + " has " + count + (count == 1 ? " change" : " changes")
                    + " of a class that is set to fail (" + failOn + ").");
        }
    }

    private void print(String text) throws IOException {
        if (output != null) {
            Path file = output.toPath().toAbsolutePath();
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            getLog().info("Written to " + shown(file));
        } else {
            List.of(text.split("\n")).forEach(line -> getLog().info(line));
        }
    }

    private DiffFormat format() throws MojoExecutionException {
        try {
            return DiffFormat.parse(format);
        } catch (IllegalArgumentException unknown) {
            // Maven prints each cause too, and this one says the same.
            throw new MojoExecutionException(unknown.getMessage());
        }
    }

    private Set<ChangeClass> failing() throws MojoExecutionException {
        try {
            return FailOn.parse(failOn == null ? "" : failOn);
        } catch (IllegalArgumentException unknown) {
            throw new MojoExecutionException(unknown.getMessage());
        }
    }
}
