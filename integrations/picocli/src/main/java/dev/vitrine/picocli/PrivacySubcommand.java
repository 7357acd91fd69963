package dev.vitrine.picocli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One of the subcommands of {@code privacy}: hands its name and what follows it to {@link PrivacyCommand}. */
final class PrivacySubcommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    @Override
    public Integer call() {
        CommandSpec found = Objects.requireNonNull(command);
        PrivacyCommand privacy =
                (PrivacyCommand) Objects.requireNonNull(found.parent()).userObject();
        return privacy.run(
                Stream.concat(Stream.of(found.name()), words.stream()).toList());
    }
}
