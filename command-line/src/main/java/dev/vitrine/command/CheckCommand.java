package dev.vitrine.command;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.inspection.Inspection;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fails when the committed catalog is not what was compiled. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Fails when the committed catalog is not what was compiled, byte for byte, and tells the difference.",
            "Also fails when a catalog is committed and there is no application in the classes, when only a part of the module was compiled, when the compiler plug-in did not run, and"
                    + " when code that was not generated uses what is for generated code alone.",
            "Warns of experiments that are over, soon will be, or are never emitted."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private CompiledOptions compiled = new CompiledOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--expiry-warning-days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How many days before the last day of an experiment a warning begins; negative for no"
                    + " warning. Default: ${DEFAULT-VALUE}.")
    private int expiryWarningDays;

    @Option(names = "--fail-on-expired", description = "Fails when an experiment is over, instead of warning.")
    private boolean failOnExpired;

    @Override
    public Integer call() throws IOException {
        try (OpenRoots roots = new OpenRoots()) {
            Inspection inspection = new Inspection(compiled.rules(expiryWarningDays, failOnExpired));
            ClassRoot classes = roots.open(compiled.classes);
            boolean failed = CompiledOptions.print(
                    inspection.inspect(classes, compiled.openClassPath(roots), compiled.catalog.toAbsolutePath()),
                    spec.commandLine().getErr());
            if (failed) {
                return VitrineCommand.FOUND;
            }
            if (CompiledModule.read(classes).catalogs().isEmpty()) {
                return compiled.nothingThere("check", spec.commandLine());
            }
            spec.commandLine().getOut().println("The catalog in " + compiled.catalog + " is what was compiled.");
            return VitrineCommand.OK;
        }
    }
}
