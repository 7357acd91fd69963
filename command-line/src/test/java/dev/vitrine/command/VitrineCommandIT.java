package dev.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar, as a process of its own, on what the real processor made. */
class VitrineCommandIT {
    @TempDir
    Path top;

    /** What a run of the command ended with. */
    private record Ended(int exitCode, String output, String errors) {}

    @BeforeEach
    void compile() throws IOException {
        compile("""
            package it;
            import dev.vitrine.*;
            @Experiment(id = "saved", question = "How large do files get?", owner = "team@it.example",
                expires = "2099-12-31")
            public record Saved(@Description("How many kilobytes.") @Range(min = 0, max = 1000) int kilobytes) {}
            """);
    }

    @Test
    void checkFailsUpdateCuresItAndCheckPasses() throws Exception {
        Ended failed = run("check", "--classes", "classes");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.errors())
                .contains("error: [VitrineCatalogDrift]", "catalog.json is not there yet")
                .contains("java -jar " + System.getProperty("vitrine.jar")
                        + " update --classes classes --catalog catalog");

        Ended updated = run("update", "--classes", "classes");
        assertThat(updated).isEqualTo(new Ended(0, """
            Published catalog/catalog.json
            Published catalog/catalog.md
            Published catalog/index.html
            """, ""));
        assertThat(Files.mismatch(
                        top.resolve("catalog/catalog.json"),
                        top.resolve("classes/META-INF/vitrine/editor/catalog.json")))
                .isEqualTo(-1L);

        assertThat(run("check", "--classes", "classes"))
                .isEqualTo(new Ended(0, "The catalog in catalog is what was compiled.\n", ""));
    }

    @Test
    void theWrongFolderIsAnErrorWhereACatalogIsCommitted() throws Exception {
        Files.createDirectories(top.resolve("e"));
        String nothing = "No application is declared in e, so there is no catalog to ";
        assertThat(run("check", "--classes", "e")).isEqualTo(new Ended(0, nothing + "check.\n", ""));
        assertThat(run("diff", "--classes", "e")).isEqualTo(new Ended(0, nothing + "compare.\n", ""));

        run("update", "--classes", "classes");
        for (String command : List.of("check", "diff")) {
            Ended failed = run(command, "--classes", "e");
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(failed.output()).isEmpty();
            assertThat(failed.errors())
                    .contains(
                            "error: [VitrineNoApplication] There is no application in e, and catalog holds the catalog"
                                    + " of 'editor'");
        }
        assertThat(run("check", "--classes", System.getProperty("vitrine.jar")).errors())
                .contains("error: [VitrineNoApplication]");
    }

    @Test
    void showTellsTheCallSites() throws Exception {
        Ended shown = run("show", "classes");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.output())
                .contains("saved: How large do files get?", "emitted by it.Editor.main(Editor.java:9)");
    }

    @Test
    void diffTellsWhatCollectsMoreThanTheCommittedCatalogDid() throws Exception {
        run("update", "--classes", "classes");
        execute("git", "init", "-q");
        execute("git", "add", "catalog");
        execute("git", "-c", "user.name=it", "-c", "user.email=it@it.example", "commit", "-q", "-m", "publish");
        compile("""
            package it;
            import dev.vitrine.*;
            @Experiment(id = "saved", question = "How large do files get?", owner = "team@it.example",
                expires = "2099-12-31")
            public record Saved(@Description("How many kilobytes.") @Range(min = 0, max = 5000) int kilobytes) {}
            """);
        Ended told = run("diff", "--classes", "classes");
        assertThat(told.exitCode()).isZero();
        assertThat(told.output()).contains("collects more", "experiments/saved/kilobytes");
        assertThat(run("diff", "--classes", "classes", "--fail-on", "collects-more")
                        .exitCode())
                .isEqualTo(1);
        assertThat(run("diff", "--classes", "classes", "--fail-on", "collects-less")
                        .exitCode())
                .isZero();
        assertThat(run("diff", "--classes", "classes", "--format", "markdown").output())
                .startsWith("<!-- vitrine:catalog-diff -->\n");
        assertThat(run("diff", "--classes", "classes", "--format", "json", "--against", "catalog")
                        .output())
                .contains("\"class\": \"collects-more\"");
    }

    @Test
    void whatCannotBeReadIsToldInOneLine() throws Exception {
        for (List<String> call : List.of(
                List.of("check", "--classes", "nowhere"),
                List.of("diff", "--classes", "nowhere"),
                List.of("update", "--classes", "nowhere"),
                List.of("show", "nowhere"))) {
            assertThat(run(call.toArray(new String[0])))
                    .isEqualTo(new Ended(3, "", "vitrine: There is no file or folder nowhere\n"));
        }
    }

    @Test
    void aWrongCallIsAnsweredWithTheUsage() throws Exception {
        Ended ended = run("check");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors())
                .contains(
                        "Missing required option: '--classes=PATH'",
                        "Usage: java -jar "
                                + Path.of(System.getProperty("vitrine.jar")).getFileName() + " check");
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("diff", "--classes", "classes", "--fail-on", "x").exitCode())
                .isEqualTo(2);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertThat(run("--version").output()).isEqualTo("vitrine " + System.getProperty("vitrine.version") + "\n");
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("vitrine.jar")));
        command.addAll(List.of(arguments));
        return execute(command.toArray(new String[0]));
    }

    private Ended execute(String... command) throws IOException, InterruptedException {
        Path errors = top.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(top.toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.replace("\r\n", "\n"), Files.readString(errors));
    }

    private void compile(String record) throws IOException {
        Path classes = Files.createDirectories(top.resolve("classes"));
        String application = """
            package it;
            import dev.vitrine.*;
            @AnalyticsApplication(name = "editor", controller = "Example Inc.", contact = "privacy@it.example",
                policy = "https://it.example/privacy", modes = ConsentMode.ANONYMOUS,
                recipient = @Recipient(name = "it.example", endpoint = "https://it.example/events", region = "EU",
                    retentionDays = 90))
            public final class Editor {
              public static void main(String[] arguments) {
                EditorAnalytics.open(AnalyticsOptions.builder().appVersion("1.0.0").build()).events().saved(arguments.length);
              }
            }
            """;
        StringWriter messages = new StringWriter();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-d", classes.toString(),
                                "-cp", jar("vitrine-runtime"),
                                "--processor-path", jar("vitrine-processor")),
                        null,
                        List.of(source("it/Saved.java", record), source("it/Editor.java", application)))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static JavaFileObject source(String path, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static String jar(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(element -> element.contains(artifact) && element.endsWith(".jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is not packaged: run mvn verify"));
    }
}
