package dev.vitrine.command;

import dev.vitrine.catalog.diff.ChangeClass;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.comparison.CatalogComparison;
import dev.vitrine.compiled.comparison.DiffFormat;
import dev.vitrine.compiled.comparison.EarlierCatalog;
import dev.vitrine.compiled.comparison.FailOn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what changed between an earlier catalog and the compiled one. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells what changed between an earlier catalog and the compiled one, and what it means for users:"
                + " what collects more, what collects less, what is only worded otherwise.")
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private CompiledOptions compiled = new CompiledOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--against",
            paramLabel = "PLACE",
            defaultValue = "HEAD",
            description =
                    "The earlier catalog: the path of a catalog.json, of a published folder, of a folder of classes"
                            + " or of a jar; what is none of these is a git revision. Default: ${DEFAULT-VALUE}.")
    private String against = "HEAD";

    @Option(
            names = "--format",
            defaultValue = "TEXT",
            description = "For whom: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "CLASSES",
            defaultValue = "",
            description = "The classes of changes on which to fail, with commas: collects-more,collects-less,wording.")
    private String failOn = "";

    @Override
    public Integer call() throws IOException {
        Set<ChangeClass> failing = failing();
        try (OpenRoots roots = new OpenRoots()) {
            CompiledModule module = CompiledModule.read(roots.open(compiled.classes));
            if (!compiled.isWhole(
                    module, compiled.openClassPath(roots), spec.commandLine().getErr())) {
                return VitrineCommand.FOUND;
            }
            if (module.catalogs().isEmpty()) {
                return compiled.nothingThere("compare", spec.commandLine());
            }
            CatalogComparison comparison = CatalogComparison.of(
                    module.catalogs(),
                    new EarlierCatalog(against),
                    Path.of("").toAbsolutePath(),
                    compiled.catalog.toAbsolutePath());
            spec.commandLine().getOut().print(comparison.text(format));
            spec.commandLine().getOut().flush();
            return comparison.count(failing) > 0 ? VitrineCommand.FOUND : VitrineCommand.OK;
        }
    }

    private Set<ChangeClass> failing() {
        try {
            return FailOn.parse(failOn);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }
}
