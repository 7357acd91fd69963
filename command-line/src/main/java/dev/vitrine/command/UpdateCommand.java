package dev.vitrine.command;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.inspection.Inspection;
import dev.vitrine.compiled.publication.Publication;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Publishes the compiled catalog. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = "Publishes the compiled catalog into its committed folder.")
final class UpdateCommand implements Callable<Integer> {
    @Mixin
    private CompiledOptions compiled = new CompiledOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (OpenRoots roots = new OpenRoots()) {
            CompiledModule module = CompiledModule.read(roots.open(compiled.classes));
            List<ClassRoot> classPath = compiled.openClassPath(roots);
            if (!compiled.isWhole(module, classPath, spec.commandLine().getErr())) {
                return VitrineCommand.FOUND;
            }
            if (module.catalogs().isEmpty()) {
                out.println(
                        "No application is declared in " + compiled.classes + ", so there is no catalog to publish.");
                return VitrineCommand.OK;
            }
            List<Path> written = new Publication(
                            compiled.catalog, module.catalogs(), Inspection.callSites(module, classPath))
                    .write();
            written.forEach(file -> out.println("Published " + file));
            if (written.isEmpty()) {
                out.println("The catalog in " + compiled.catalog + " is up to date.");
            }
            return VitrineCommand.OK;
        }
    }
}
