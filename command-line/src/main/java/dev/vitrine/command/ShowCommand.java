package dev.vitrine.command;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.calls.CallSiteScanner;
import dev.vitrine.compiled.listing.CatalogListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the experiments of a folder or jar. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Prints the experiments of a folder of classes or of a jar: what they ask, what they collect, and the"
                        + " places in the code that emit them.")
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "What to show; call sites are looked for in all of them.")
    private List<Path> targets = List.of();

    @Override
    public Integer call() throws IOException {
        try (OpenRoots open = new OpenRoots()) {
            List<ClassRoot> roots = new ArrayList<>();
            for (Path target : targets) {
                roots.add(open.open(target));
            }
            var callSites = CallSiteScanner.scan(roots);
            for (ClassRoot root : roots) {
                CatalogListing listing = new CatalogListing(CompiledModule.read(root), callSites);
                listing.lines().forEach(spec.commandLine().getOut()::println);
            }
            return VitrineCommand.OK;
        }
    }
}
