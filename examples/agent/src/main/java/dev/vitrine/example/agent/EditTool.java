package dev.vitrine.example.agent;

import dev.vitrine.example.agent.EditToolOutcome.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces a passage of a text file, as models ask for it. Models quote inexactly, so the passage is looked for in three
 * attempts: as it stands, then with any white space at line ends, then with any white space between words.
 */
final class EditTool {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\r?\\n");

    /**
     * What became of an edit.
     *
     * @param outcome whether it was applied
     * @param attempts how many ways of looking for the passage were tried, from 1 to 3
     */
    record Result(Outcome outcome, int attempts) {}

    /** Replaces the first passage of {@code file} that matches {@code search}. The file is replaced at once or not at all. */
    Result edit(Path file, String search, String replacement) {
        int attempts = 0;
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (Pattern passage : ways(search)) {
                attempts++;
                Matcher matcher = passage.matcher(text);
                if (matcher.find()) {
                    write(file, matcher.replaceFirst(Matcher.quoteReplacement(replacement)));
                    return new Result(Outcome.APPLIED, attempts);
                }
            }
            return new Result(Outcome.NO_MATCH, attempts);
        } catch (IOException failed) {
            return new Result(Outcome.IO_ERROR, Math.max(1, attempts));
        }
    }

    private static List<Pattern> ways(String search) {
        return List.of(
                Pattern.compile(Pattern.quote(search)),
                Pattern.compile(joinQuoted(LINE_END.split(search, -1), "[ \\t]*\\r?\\n")),
                Pattern.compile(joinQuoted(WHITE_SPACE.split(search.strip()), "\\s+")));
    }

    private static String joinQuoted(String[] parts, String between) {
        StringBuilder pattern = new StringBuilder();
        for (String part : parts) {
            pattern.append(pattern.length() == 0 ? "" : between).append(Pattern.quote(part));
        }
        return pattern.toString();
    }

    private static void write(Path file, String text) throws IOException {
        Path target = file.toRealPath();
        Path folder = target.getParent();
        Path temporary = Files.createTempFile(folder, ".pi-edit", ".tmp");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
