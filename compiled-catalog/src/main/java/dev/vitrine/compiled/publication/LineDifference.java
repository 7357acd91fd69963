package dev.vitrine.compiled.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The difference of two texts by lines, in the unified form that every reader of patches knows: three lines of context,
 * {@code -} for the old, {@code +} for the new.
 */
final class LineDifference {
    private static final int CONTEXT = 3;
    /** Beyond so many changed lines, what lies between the common beginning and end is told as replaced as a whole. */
    private static final int MAX_CHANGES = 1_000;

    /** One line, and what became of it. */
    private record Line(char sign, String text) {}

    private LineDifference() {}

    /** The hunks, without the two lines that name the files; empty when the texts are equal. */
    static List<String> unified(String before, String after) {
        List<Line> script = script(lines(before), lines(after));
        List<String> hunks = new ArrayList<>();
        int oldLine = 1;
        int newLine = 1;
        int at = 0;
        while (at < script.size()) {
            int end = endOfHunk(script, at);
            if (end > at) {
                hunks.addAll(hunk(script.subList(at, end), oldLine, newLine));
            } else {
                end = at + 1;
            }
            oldLine += count(script.subList(at, end), '+');
            newLine += count(script.subList(at, end), '-');
            at = end;
        }
        return hunks;
    }

    private static String[] lines(String text) {
        return text.split("\n", -1);
    }

    /** Where the hunk ends that begins here; here itself when none begins. */
    private static int endOfHunk(List<Line> script, int start) {
        int firstChange = nextChange(script, start, start + CONTEXT + 1);
        if (firstChange < 0) {
            return start;
        }
        int lastChange = firstChange;
        int next = firstChange;
        while (next >= 0) {
            lastChange = next;
            next = nextChange(script, lastChange + 1, lastChange + 2 * CONTEXT + 2);
        }
        return Math.min(script.size(), lastChange + CONTEXT + 1);
    }

    private static int nextChange(List<Line> script, int from, int to) {
        for (int i = from; i < Math.min(to, script.size()); i++) {
            if (script.get(i).sign() != ' ') {
                return i;
            }
        }
        return -1;
    }

    private static List<String> hunk(List<Line> lines, int oldLine, int newLine) {
        List<String> hunk = new ArrayList<>();
        hunk.add("@@ -" + oldLine + ',' + count(lines, '+') + " +" + newLine + ',' + count(lines, '-') + " @@");
        lines.forEach(line -> hunk.add(line.sign() + line.text()));
        return hunk;
    }

    private static int count(List<Line> lines, char exceptSign) {
        return (int) lines.stream().filter(line -> line.sign() != exceptSign).count();
    }

    private static List<Line> script(String[] before, String[] after) {
        int start = 0;
        while (start < Math.min(before.length, after.length) && before[start].equals(after[start])) {
            start++;
        }
        int oldEnd = before.length;
        int newEnd = after.length;
        while (oldEnd > start && newEnd > start && before[oldEnd - 1].equals(after[newEnd - 1])) {
            oldEnd--;
            newEnd--;
        }
        List<Line> script = new ArrayList<>();
        add(script, ' ', before, 0, start);
        script.addAll(middle(Arrays.copyOfRange(before, start, oldEnd), Arrays.copyOfRange(after, start, newEnd)));
        add(script, ' ', before, oldEnd, before.length);
        return script;
    }

    /** The shortest script, by the longest common subsequence; the whole replaced when that would cost too much. */
    private static List<Line> middle(String[] before, String[] after) {
        List<Line> script = new ArrayList<>();
        if (before.length > MAX_CHANGES || after.length > MAX_CHANGES) {
            add(script, '-', before, 0, before.length);
            add(script, '+', after, 0, after.length);
            return script;
        }
        int[][] common = commonSuffixLengths(before, after);
        int i = 0;
        int j = 0;
        while (i < before.length || j < after.length) {
            if (i < before.length && j < after.length && before[i].equals(after[j])) {
                script.add(new Line(' ', before[i]));
                i++;
                j++;
            } else if (i < before.length && (j == after.length || common[i + 1][j] >= common[i][j + 1])) {
                script.add(new Line('-', before[i++]));
            } else {
                script.add(new Line('+', after[j++]));
            }
        }
        return script;
    }

    private static int[][] commonSuffixLengths(String[] before, String[] after) {
        int[][] common = new int[before.length + 1][after.length + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            for (int j = after.length - 1; j >= 0; j--) {
                common[i][j] = before[i].equals(after[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Line> script, char sign, String[] lines, int from, int to) {
        for (int i = from; i < to; i++) {
            script.add(new Line(sign, lines[i]));
        }
    }
}
