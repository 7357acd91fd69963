package dev.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/add-an-experiment.md step by step: writes its files, runs its commands in a shell, and compares what they
 * print with what stands there. With {@code -Dvitrine.golden=update} what they print is written there.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class AddAnExperimentIT {
    private static final Path PAGE = Path.of(System.getProperty("project.basedir"), "../docs/add-an-experiment.md");
    private static final Pattern STEP = Pattern.compile(
            "<!-- file: (?<file>\\S+) -->\\n```java\\n(?<java>.*?)```|```sh\\n(?<commands>.*?)```\\n\\n```text\\n(?<printed>.*?)```",
            Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void thePageCanBeFollowedStepByStep() throws Exception {
        for (String name : new String[] {"vitrine-runtime", "vitrine-processor"}) {
            Files.copy(Path.of(jar(name)), folder.resolve(name + ".jar"));
        }
        Files.copy(Path.of(System.getProperty("vitrine.jar")), folder.resolve("vitrine.jar"));
        String page = Files.readString(PAGE);
        StringBuilder followed = new StringBuilder();
        Matcher steps = STEP.matcher(page);
        int files = 0;
        int commands = 0;
        while (steps.find()) {
            String step = steps.group();
            if (steps.group("file") != null) {
                Files.writeString(folder.resolve(steps.group("file")), steps.group("java"));
                files++;
            } else {
                String printed = run(steps.group("commands"));
                step = "```sh\n" + steps.group("commands") + "```\n\n```text\n" + printed + "```";
                commands++;
            }
            steps.appendReplacement(followed, Matcher.quoteReplacement(step));
        }
        steps.appendTail(followed);
        if ("update".equals(System.getProperty("vitrine.golden"))) {
            Files.writeString(PAGE, followed);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(followed.toString());
        assertThat(files).isEqualTo(2);
        assertThat(commands).isEqualTo(3);
    }

    private String run(String commands) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().retainAll(Set.of("LANG"));
        shell.environment().put("HOME", folder.resolve("home").toString());
        shell.environment()
                .put(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + System.getenv("PATH"));
        Process process = shell.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(commands + printed).isZero();
        return printed;
    }

    private static String jar(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(element -> element.contains(artifact) && element.endsWith(".jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is not packaged: run mvn verify"));
    }
}
