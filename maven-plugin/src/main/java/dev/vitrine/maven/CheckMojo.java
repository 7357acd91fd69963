package dev.vitrine.maven;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.inspection.Inspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails when the committed catalog is not what was compiled, byte for byte, and tells the difference and the command that
 * cures it. Also fails when only a part of a module was compiled, when the compiler plug-in did not run, and when code
 * that was not generated uses what is for generated code alone. Warns of experiments that are over, soon will be, or are
 * never emitted. Called by hand, it compiles first.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends CatalogMojo {
    static final String UPDATE = "vitrine.update";

    /** How many days before the last day of an experiment a warning begins; negative for no warning. */
    @Parameter(property = "vitrine.expiryWarningDays", defaultValue = "30")
    int expiryWarningDays;

    /** Fails when an experiment is over, instead of warning. */
    @Parameter(property = "vitrine.failOnExpired", defaultValue = "false")
    boolean failOnExpired;

    /**
     * Publishes the compiled catalog before it is checked. For a reactor that builds this plugin itself, where
     * <code>vitrine:update</code> cannot be called by name.
     */
    @Parameter(property = UPDATE, defaultValue = "false")
    boolean update;

    /** For Maven. */
    @Inject
    public CheckMojo(LifecycleExecutor lifecycle) {
        super(lifecycle);
    }

    @Override
    void run(OpenRoots roots) throws IOException, MojoExecutionException, MojoFailureException {
        Inspection inspection = new Inspection(rules(expiryWarningDays, failOnExpired));
        Optional<ClassRoot> classes = classes(roots);
        if (classes.isEmpty()) {
            requireNoCatalog(inspection);
            return;
        }
        List<ClassRoot> classPath = classPath(roots);
        if (update) {
            publish(classes.get(), classPath);
        }
        fail(inspection.inspect(classes.get(), classPath, catalogDirectory.toPath()));
        if (CompiledModule.read(classes.get()).catalogs().isEmpty()) {
            requireNoCatalog(inspection);
        }
    }

    /**
     * Fails where the module has a committed catalog and no application. A folder that is not in the module's own is another
     * module's, named in a common parent; a parent has no classes.
     */
    private void requireNoCatalog(Inspection inspection) throws IOException, MojoFailureException {
        Path catalog = catalogDirectory.toPath().normalize();
        if (!project.getPackaging().equals("pom")
                && catalog.startsWith(project.getBasedir().toPath().normalize())) {
            fail(inspection.inspectAbsence(classesDirectory.toPath(), catalog));
        }
    }
}
