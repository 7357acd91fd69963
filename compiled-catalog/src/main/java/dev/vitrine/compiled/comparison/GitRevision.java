package dev.vitrine.compiled.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files as they were at a revision, read by the {@code git} command. It reads only: no file of the working tree is
 * touched, and nothing is fetched.
 */
final class GitRevision {
    /** What is no name of a branch, a tag or a commit by itself, but a way that begins at one. */
    private static final Pattern NO_NAME = Pattern.compile("[~^@{}]|^HEAD$");

    private static final String ELSEWHERE = "Compare with something else: a published folder, a catalog.json,"
            + " a folder of classes, or the jar of an earlier release.";

    private final String revision;

    /**
     * Takes the name of a revision, as {@code git} understands it.
     *
     * @throws IOException if it would be read as an option of the command
     */
    GitRevision(String revision) throws IOException {
        if (revision.isBlank() || revision.startsWith("-") || revision.indexOf(':') >= 0) {
            throw new IOException("'" + revision + "' is no name of a git revision.");
        }
        this.revision = revision;
    }

    /**
     * What the file held at the revision; empty when it was not there.
     *
     * @throws IOException if there is no repository, no such revision, or no {@code git}; the message says which
     */
    Optional<byte[]> read(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute;
        // The folder may not be there now, and have been there then.
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IOException("There is no folder above " + absolute + '.');
        }
        Answer commit = git(folder, "rev-parse", "--verify", "--quiet", revision + "^{commit}");
        if (commit.exitCode() != 0) {
            throw new IOException(unknown(folder));
        }
        String path = revision + ":./" + folder.relativize(absolute).toString().replace('\\', '/');
        if (git(folder, "cat-file", "-e", path).exitCode() != 0) {
            return Optional.empty();
        }
        Answer content = git(folder, "cat-file", "blob", path);
        if (content.exitCode() != 0) {
            throw new IOException("git cannot read " + path + ": " + content.errorText());
        }
        return Optional.of(content.output());
    }

    private String unknown(Path folder) throws IOException {
        if (git(folder, "rev-parse", "--git-dir").exitCode() != 0) {
            return folder + " is not in a git repository, so there is no revision '" + revision + "'. " + ELSEWHERE;
        }
        if (git(folder, "rev-parse", "--verify", "--quiet", "HEAD").exitCode() != 0) {
            return "The git repository of " + folder + " has no commit yet, so there is no revision '" + revision
                    + "'. " + ELSEWHERE;
        }
        return "There is no file or folder " + revision + ", and git knows no such revision in " + folder
                + ". In a clone that is not whole, fetch it first: " + fetch(folder) + '.';
    }

    /** The command after which the revision is known, or what then names it. */
    private String fetch(Path folder) throws IOException {
        if (NO_NAME.matcher(revision).find()) {
            return "git fetch --unshallow";
        }
        for (String remote : git(folder, "remote").outputText().lines().toList()) {
            if (revision.startsWith(remote + '/')) {
                // A clone of one branch would not write down under its name what it fetches of another.
                String branch = revision.substring(remote.length() + 1);
                return "git fetch " + remote + ' ' + branch + ":refs/remotes/" + revision;
            }
        }
        return "git fetch origin " + revision + ", and compare with FETCH_HEAD";
    }

    /** What a command answered. */
    private record Answer(int exitCode, String outputText, String errorText) {
        byte[] output() {
            return outputText.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static Answer git(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("vitrine-git", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
            builder.environment().put("GIT_NO_LAZY_FETCH", "1");
            Process process = start(builder);
            process.getOutputStream().close();
            // One byte a character, so that the record can compare and hold it.
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int exitCode = process.waitFor();
            return new Answer(exitCode, output, Files.readString(errors).strip().replace('\n', ' '));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while git was running", interrupted);
        } finally {
            Files.deleteIfExists(errors);
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException absent) {
            throw new IOException("The git command cannot be started: " + absent.getMessage(), absent);
        }
    }
}
