package dev.vitrine.command;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.inspection.Finding;
import dev.vitrine.compiled.inspection.Inspection;
import dev.vitrine.compiled.inspection.InspectionRules;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of the commands that hold what was compiled against what is committed. */
final class CompiledOptions {
    @Option(
            names = "--classes",
            required = true,
            paramLabel = "PATH",
            description = "The compiled classes of the module: a folder or a jar.")
    Path classes = Path.of("");

    @Option(
            names = "--class-path",
            paramLabel = "PATHS",
            defaultValue = "",
            description = "What the module runs with, in the form of a class path. Here are the experiments that an"
                    + " application includes, and code that emits its own.")
    String classPath = "";

    @Option(
            names = "--catalog",
            paramLabel = "FOLDER",
            defaultValue = "catalog",
            description = "The folder under source control that holds the catalog. Default: ${DEFAULT-VALUE}.")
    Path catalog = Path.of("catalog");

    @Option(
            names = "--update-command",
            paramLabel = "TEXT",
            description = "What messages name as the way to publish the compiled catalog, for a build that wraps this"
                    + " command: './gradlew updateCatalog'.")
    String updateCommand = "";

    @Option(
            names = "--compile-command",
            paramLabel = "TEXT",
            description = "What messages name as the way to compile everything again, from clean.")
    String compileCommand = "";

    /** Opens the class path; what is not there is left out, as the JVM does. */
    List<ClassRoot> openClassPath(OpenRoots roots) throws IOException {
        List<ClassRoot> opened = new ArrayList<>();
        for (String element : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!element.isEmpty()
                    && Files.exists(Path.of(element))
                    && !Path.of(element).equals(classes)) {
                opened.add(roots.open(Path.of(element)));
            }
        }
        return opened;
    }

    /** What messages are to say; {@code expiryWarningDays} is negative for no warning. */
    InspectionRules rules(int expiryWarningDays, boolean failOnExpired) {
        return new InspectionRules(
                Path.of("").toAbsolutePath(),
                LocalDate.now(ZoneOffset.UTC),
                expiryWarningDays,
                failOnExpired,
                updateCommand.isEmpty() ? update() : updateCommand,
                compileCommand);
    }

    /** Whether what the compiler left is whole; if not, what was found has been printed. */
    boolean isWhole(CompiledModule module, List<ClassRoot> path, PrintWriter err) throws IOException {
        return !print(new Inspection(rules(-1, false)).inspectCompilation(module, path), err);
    }

    /**
     * Says that no application was compiled, which is an error where its catalog is committed.
     *
     * @param purpose what there would have been a catalog for
     * @return the exit code
     */
    int nothingThere(String purpose, CommandLine command) throws IOException {
        List<Finding> absent = new Inspection(rules(-1, false)).inspectAbsence(classes, catalog.toAbsolutePath());
        if (print(absent, command.getErr())) {
            return VitrineCommand.FOUND;
        }
        command.getOut()
                .println("No application is declared in " + classes + ", so there is no catalog to " + purpose + '.');
        return VitrineCommand.OK;
    }

    /** Prints what was found, and tells whether any of it is an error. */
    static boolean print(List<Finding> findings, PrintWriter err) {
        for (Finding finding : findings) {
            String weight = finding.error() ? "error: " : "warning: ";
            err.println(weight + String.join(System.lineSeparator(), finding.lines()));
        }
        return findings.stream().anyMatch(Finding::error);
    }

    private String update() {
        String path = classPath.isEmpty() ? "" : " --class-path " + classPath;
        return VitrineCommand.asTyped() + " update --classes " + classes + path + " --catalog " + catalog;
    }
}
