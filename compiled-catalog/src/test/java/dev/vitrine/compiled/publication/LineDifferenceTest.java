package dev.vitrine.compiled.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {
    private static final Pattern HEADER = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    @Test
    void equalTextsHaveNoDifference() {
        assertThat(LineDifference.unified("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void aChangedLineIsShownBetweenThreeLinesOfContext() {
        assertThat(LineDifference.unified("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .containsExactly("@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8");
    }

    @Test
    void changesFarApartAreHunksOfTheirOwn() {
        String before = "a\n" + "x\n".repeat(20) + "b\n";
        String after = "A\n" + "x\n".repeat(20) + "B\n";
        assertThat(LineDifference.unified(before, after))
                .filteredOn(line -> line.startsWith("@@"))
                .hasSize(2);
    }

    @Test
    void theHunksOfAnyTwoTextsTurnTheOneIntoTheOther() {
        Random random = new Random(20261121);
        for (int i = 0; i < 500; i++) {
            List<String> before = lines(random);
            List<String> after = mutate(before, random);
            List<String> hunks = LineDifference.unified(String.join("\n", before), String.join("\n", after));
            assertThat(apply(before, hunks)).as("%s to %s", before, after).isEqualTo(after);
        }
    }

    @Test
    void aVeryLargeChangeIsToldAsAWholeAndStillTurnsTheOneIntoTheOther() {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            before.add("old " + i);
            after.add("new " + i);
        }
        List<String> hunks = LineDifference.unified(String.join("\n", before), String.join("\n", after));
        assertThat(apply(before, hunks)).isEqualTo(after);
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int size = 1 + random.nextInt(40);
        for (int i = 0; i < size; i++) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(6))));
        }
        return lines;
    }

    private static List<String> mutate(List<String> lines, Random random) {
        List<String> changed = new ArrayList<>(lines);
        for (int i = random.nextInt(5); i > 0; i--) {
            if (random.nextBoolean() && changed.size() > 1) {
                changed.remove(random.nextInt(changed.size()));
            } else {
                changed.add(random.nextInt(changed.size() + 1), "new" + i);
            }
        }
        return changed;
    }

    /** What {@code patch} does. */
    private static List<String> apply(List<String> before, List<String> hunks) {
        List<String> result = new ArrayList<>();
        int consumed = 0;
        for (String line : hunks) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                int start = Integer.parseInt(header.group(1)) - (header.group(2).equals("0") ? 0 : 1);
                while (consumed < start) {
                    result.add(before.get(consumed++));
                }
                assertThat(Integer.parseInt(header.group(3)) - (header.group(4).equals("0") ? 0 : 1))
                        .isEqualTo(result.size());
            } else if (line.startsWith("+")) {
                result.add(line.substring(1));
            } else {
                assertThat(before.get(consumed)).isEqualTo(line.substring(1));
                if (line.startsWith(" ")) {
                    result.add(before.get(consumed));
                }
                consumed++;
            }
        }
        result.addAll(before.subList(consumed, before.size()));
        return result;
    }
}
