package dev.vitrine.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** The commands that messages name, in the form that works where Maven was called. */
final class ReactorCommands {
    private final MavenSession session;
    private final MavenProject project;
    private final PluginDescriptor plugin;

    ReactorCommands(MavenSession session, MavenProject project, PluginDescriptor plugin) {
        this.session = session;
        this.project = project;
        this.plugin = plugin;
    }

    /** Publishes the compiled catalog of this module. */
    String update() {
        if (isPluginOfThisReactor()) {
            // Called by its name, the plugin would have to be in a repository before the reactor has built it.
            return "mvn verify" + module() + " -D" + CheckMojo.UPDATE;
        }
        return "mvn " + goal("update") + module();
    }

    /** Compiles this module again from clean. */
    String recompile() {
        return "mvn clean verify" + module();
    }

    private String goal(String name) {
        return isPrefixKnown()
                ? plugin.getGoalPrefix() + ':' + name
                : plugin.getGroupId() + ':' + plugin.getArtifactId() + ':' + plugin.getVersion() + ':' + name;
    }

    private boolean isPluginOfThisReactor() {
        return session.getAllProjects().stream()
                .anyMatch(module -> module.getGroupId().equals(plugin.getGroupId())
                        && module.getArtifactId().equals(plugin.getArtifactId()));
    }

    /** Maven looks a prefix up in the groups of the settings, and in the POM of the folder in which it was called. */
    private boolean isPrefixKnown() {
        return session.getPluginGroups().contains(plugin.getGroupId())
                || plugins(session.getTopLevelProject().getBuild())
                        .anyMatch(named -> named.getKey().equals(plugin.getPluginLookupKey()));
    }

    private static Stream<Plugin> plugins(Build build) {
        PluginManagement management = build.getPluginManagement();
        List<Plugin> managed = management == null ? List.of() : management.getPlugins();
        return Stream.concat(build.getPlugins().stream(), managed.stream());
    }

    private String module() {
        Path top = Path.of(session.getExecutionRootDirectory());
        Path module = project.getBasedir().toPath();
        if (module.equals(top)) {
            return "";
        }
        String selector = module.startsWith(top)
                ? top.relativize(module).toString().replace('\\', '/')
                : ':' + project.getArtifactId();
        return " -pl " + selector + " -am";
    }
}
