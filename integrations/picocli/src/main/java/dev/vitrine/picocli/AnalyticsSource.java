package dev.vitrine.picocli;

import dev.vitrine.Analytics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command, most often the root, that can open the application's analytics, as the options given to it say. */
public interface AnalyticsSource {
    /**
     * Opens the analytics, for a caller who closes them. To complete words it is called before any command line was read:
     * options have their fields' initial values then.
     *
     * @throws CommandLine.ParameterException when an option cannot be right; its message is a sentence for the user
     */
    Analytics openAnalytics();

    /** The first line that {@code --version} answers, such as {@code pi 1.2.0}. */
    String versionLine();

    /** The nearest source among a command's object and those of its parents. */
    static AnalyticsSource of(CommandSpec command) {
        for (@Nullable CommandLine at = command.commandLine(); at != null; at = at.getParent()) {
            Object object = at.getCommandSpec().userObject();
            if (object instanceof AnalyticsSource source) {
                return source;
            }
        }
        throw new IllegalStateException("neither the command " + command.qualifiedName()
                + " nor a parent of it implements " + AnalyticsSource.class.getName());
    }
}
