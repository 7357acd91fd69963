package dev.vitrine.maven;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.inspection.Finding;
import dev.vitrine.compiled.inspection.Inspection;
import dev.vitrine.compiled.inspection.InspectionRules;
import dev.vitrine.compiled.publication.Publication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals share: the module, its classes, its class path, and {@code vitrine.skip}. */
abstract class CatalogMojo extends AbstractMojo {
    /** The module. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** The build. */
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /** This run of the goal. */
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Does nothing. */
    @Parameter(property = "vitrine.skip", defaultValue = "false")
    boolean skip;

    /** The compiled classes of the module, with the catalog that the compiler left in them. */
    @Parameter(property = "vitrine.classesDirectory", defaultValue = "${project.build.outputDirectory}")
    File classesDirectory;

    /**
     * The folder under source control that holds the module's catalog: <code>catalog.json</code>, <code>catalog.md</code>
     * and <code>index.html</code>. With several applications in one module, each has a folder of its name in it.
     */
    @Parameter(property = "vitrine.catalogDirectory", defaultValue = "${project.basedir}/catalog")
    File catalogDirectory;

    private final LifecycleExecutor lifecycle;

    @SuppressWarnings("NullAway.Init") // Maven sets the parameters
    CatalogMojo(LifecycleExecutor lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: vitrine.skip is set.");
            return;
        }
        try (OpenRoots roots = new OpenRoots()) {
            run(roots);
        } catch (IOException unreadable) {
            throw new MojoExecutionException(message(unreadable), unreadable);
        }
    }

    /** Does what the goal is for. */
    abstract void run(OpenRoots roots) throws IOException, MojoExecutionException, MojoFailureException;

    /** Opens the module's classes, compiled first when the goal was called by hand; empty when it has none. */
    final Optional<ClassRoot> classes(OpenRoots roots) throws IOException, MojoExecutionException {
        new CompiledFirst(lifecycle, session, execution).ensure(project);
        if (!classesDirectory.isDirectory()) {
            getLog().debug("No classes in " + classesDirectory + ".");
            return Optional.empty();
        }
        return Optional.of(roots.open(classesDirectory.toPath()));
    }

    /** Opens what the module runs with, without its own classes. */
    final List<ClassRoot> classPath(OpenRoots roots) throws IOException, MojoExecutionException {
        List<ClassRoot> opened = new ArrayList<>();
        try {
            for (String element : project.getRuntimeClasspathElements()) {
                Path path = Path.of(element);
                if (!path.equals(classesDirectory.toPath()) && path.toFile().exists()) {
                    opened.add(roots.open(path));
                }
            }
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException(
                    "The class path of " + project.getId() + " is not resolved: " + unresolved.getMessage(),
                    unresolved);
        }
        return opened;
    }

    /** The folder in which Maven was called, to which messages tell paths relatively. */
    final Path top() {
        return Path.of(session.getExecutionRootDirectory());
    }

    /** What a team wants to be told; {@code expiryWarningDays} is negative for no warning. */
    final InspectionRules rules(int expiryWarningDays, boolean failOnExpired) {
        ReactorCommands commands = new ReactorCommands(
                session, project, execution.getMojoDescriptor().getPluginDescriptor());
        return new InspectionRules(
                top(),
                LocalDate.now(ZoneOffset.UTC),
                expiryWarningDays,
                failOnExpired,
                commands.update(),
                commands.recompile());
    }

    /** Publishes what was compiled, unless it is not whole. */
    final void publish(ClassRoot classes, List<ClassRoot> classPath) throws IOException, MojoFailureException {
        CompiledModule module = CompiledModule.read(classes);
        requireWhole(module, classPath);
        List<Path> written = new Publication(
                        catalogDirectory.toPath(), module.catalogs(), Inspection.callSites(module, classPath))
                .write();
        written.forEach(file -> getLog().info("Published " + shown(file)));
        if (written.isEmpty() && !module.catalogs().isEmpty()) {
            getLog().info("The catalog in " + shown(catalogDirectory.toPath()) + " is up to date.");
        }
    }

    /** Fails unless what the compiler left is whole. */
    final void requireWhole(CompiledModule module, List<ClassRoot> classPath) throws IOException, MojoFailureException {
        fail(new Inspection(rules(-1, false)).inspectCompilation(module, classPath));
    }

    /** Prints what was found, and fails if any of it is an error. */
    final void fail(List<Finding> findings) throws MojoFailureException {
        for (Finding finding : findings) {
            finding.lines().forEach(line -> print(finding, line));
        }
        long errors = findings.stream().filter(Finding::error).count();
        if (errors > 0) {
            throw new MojoFailureException("The privacy catalog of " + project.getArtifactId() + " has " + errors
                    + (errors == 1 ? " error" : " errors") + ", told above with what to do.");
        }
    }

    private void print(Finding finding, String line) {
        if (finding.error()) {
            getLog().error(line);
        } else {
            getLog().warn(line);
        }
    }

    /** A path as messages tell it. */
    final String shown(Path path) {
        return path.startsWith(top()) ? top().relativize(path).toString() : path.toString();
    }

    private static String message(IOException problem) {
        String message = problem.getMessage();
        return message == null ? problem.toString() : message;
    }
}
