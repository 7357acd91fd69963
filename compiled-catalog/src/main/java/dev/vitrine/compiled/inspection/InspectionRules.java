package dev.vitrine.compiled.inspection;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What a team wants to be told.
 *
 * @param base the folder to which paths in messages are relative
 * @param today the day that expiry is counted from, in UTC
 * @param expiryWarningDays how many days before an experiment's last day a warning begins; negative for none
 * @param failOnExpired whether an experiment whose last day is over is an error
 * @param updateCommand the command that publishes the compiled catalog, in the form that works where this runs
 * @param compileCommand the command that compiles everything again from clean; empty when it is not known
 */
public record InspectionRules(
        Path base,
        LocalDate today,
        int expiryWarningDays,
        boolean failOnExpired,
        String updateCommand,
        String compileCommand) {

    /** How to compile again, where only a part was. */
    String recompile() {
        return compileCommand.isEmpty()
                ? "Delete what was compiled, and compile all of it again."
                : "Compile again from clean: " + compileCommand;
    }

    /** A path as messages tell it. */
    String shown(Path path) {
        return path.startsWith(base) ? base.relativize(path).toString().replace('\\', '/') : path.toString();
    }
}
