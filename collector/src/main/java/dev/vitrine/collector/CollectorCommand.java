package dev.vitrine.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.collector.catalogs.CatalogsUnusableException;
import dev.vitrine.collector.page.HostGuard;
import dev.vitrine.collector.query.Threshold;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code vitrine-collector}: runs a collector until it is told to end. */
@Command(
        name = "vitrine-collector",
        description = {
            "Takes the batches of an application's opt-in analytics, refuses what its catalog does not list, and shows the"
                    + " answers.",
            "",
            "Each setting can be a flag, else a variable of the environment (--page-port is"
                    + " VITRINE_COLLECTOR_PAGE_PORT), else a line in the file that --config names (page-port=8788)."
        },
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = BackupCommand.class)
public final class CollectorCommand implements Callable<Integer> {
    /** It could not be started, or not do what it was asked for. */
    static final int FAILED = 3;

    private static final int LAST_PORT = 65_535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--catalog",
            paramLabel = "PATH",
            description = "The published catalog.json of the application, or a folder with one for each release that is"
                    + " in use. Of a folder, the file whose name comes last is the newest release's: 0.9.json comes"
                    + " before 0.10.json. Required.")
    private @Nullable Path catalog;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "collector-data",
            description = "Where to keep what was received. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("collector-data");

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address on which batches are taken. Beyond this machine --keys is needed, and a reverse"
                    + " proxy that speaks TLS. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8787",
            description = "The port on which batches are taken; 0 for one that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--page-port",
            paramLabel = "PORT",
            defaultValue = "8788",
            description = "The port of the page, of /health and of /metrics, on 127.0.0.1 only; 0 for one that is free."
                    + " Default: ${DEFAULT-VALUE}.")
    private int pagePort;

    @Option(
            names = "--page-host",
            paramLabel = "NAME",
            split = ",",
            description = "A name under which a reverse proxy asks for the page, as in --page-host stats.example.com."
                    + " Under other names than these and localhost it is refused.")
    private List<String> pageHosts = List.of();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The ingest keys with which other machines may send batches, one a line. A line that is"
                    + " removed is a key that is revoked, within seconds.")
    private @Nullable Path keys;

    @Option(
            names = "--reporters",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "How many reporters must stand behind whatever the page shows, at least " + Threshold.FLOOR
                    + ". Default: ${DEFAULT-VALUE}.")
    private int reporters;

    @Option(
            names = "--free-space",
            paramLabel = "MEBIBYTES",
            defaultValue = "256",
            description = "How much of the disk stays free: with less, batches are answered with 507. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int freeSpace;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file with settings, one a line: the name of the flag without its dashes, = and the value.")
    void config(Path file) {
        // For the help, and so that the flag is one: SettingSources has read it, before everything else.
    }

    /** For picocli. */
    CollectorCommand() {}

    /** Runs the command, and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                System.getenv(),
                arguments));
    }

    /** Runs the command. */
    static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        CommandLine command = new CommandLine(new CollectorCommand())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((mistake, unused) -> mistaken(mistake))
                .setExecutionExceptionHandler((problem, line, parsed) -> told(problem, line.getErr()));
        SettingSources sources = new SettingSources(environment);
        try {
            sources.readFile(arguments);
        } catch (IOException unreadable) {
            return told(unreadable, err);
        }
        Set<String> settings = command.getCommandSpec().options().stream()
                .map(option -> option.longestName().substring(2))
                .collect(Collectors.toSet());
        if (!sources.unknown(settings).isEmpty()) {
            err.println("vitrine-collector: there is no setting " + String.join(", ", sources.unknown(settings))
                    + "; --help lists them.");
            return CommandLine.ExitCode.USAGE;
        }
        return command.setDefaultValueProvider(sources).execute(arguments);
    }

    /** Without the whole help, in which what is wrong would be lost. */
    private static int mistaken(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println("vitrine-collector: " + mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
        command.getErr().println("Try " + command.getCommandSpec().qualifiedName() + " --help.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int told(Exception thrown, PrintWriter err) {
        Throwable cause = thrown.getCause();
        Throwable problem = thrown instanceof UncheckedIOException && cause != null ? cause : thrown;
        err.println("vitrine-collector: " + (problem.getMessage() == null ? problem : problem.getMessage()));
        return FAILED;
    }

    /** A setting that cannot be meant is told before anything is read or opened. */
    private void require(boolean usable, String otherwise) {
        if (!usable) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private static boolean isPort(int number) {
        return number >= 0 && number <= LAST_PORT;
    }

    @Override
    public Integer call() throws IOException, CatalogsUnusableException, InterruptedException {
        if (catalog == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name the catalog to go by: --catalog catalog/catalog.json");
        }
        require(
                reporters >= Threshold.FLOOR,
                "--reporters is at least " + Threshold.FLOOR + ": with fewer, single people could be recognised.");
        require(isPort(port), "--port is " + port + ", and ports go from 0 to " + LAST_PORT + '.');
        require(isPort(pagePort), "--page-port is " + pagePort + ", and ports go from 0 to " + LAST_PORT + '.');
        for (String name : pageHosts) {
            require(
                    HostGuard.isName(name),
                    "--page-host is " + name
                            + ", and no browser asks for a host of that name. Give the name alone, without"
                            + " http://, port or path: --page-host stats.example.com");
        }
        Collector collector = Collector.start(
                new CollectorSettings(catalog, data, host, port, pagePort, pageHosts, keys, reporters, freeSpace),
                InstantSource.system());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Batches are taken at " + collector.batches());
        out.println("The page is at       " + collector.page());
        out.println("What is kept is in   " + data.toAbsolutePath());
        CountDownLatch forever = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(collector::close, "vitrine-stop"));
        forever.await();
        return CommandLine.ExitCode.OK;
    }
}
