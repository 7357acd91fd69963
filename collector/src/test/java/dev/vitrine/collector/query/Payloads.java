package dev.vitrine.collector.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Every payload that the attacked experiment allows. */
final class Payloads {
    private static final List<String> OUTCOMES = List.of("applied", "no_match", "io_error");
    private static final List<String> TOOLS = List.of("", "\"edit\"");
    private static final List<String> CACHES = List.of(
            "",
            ",\"cache\":{\"hit\":\"yes\"}",
            ",\"cache\":{\"hit\":\"no\"}",
            ",\"cache\":{\"hit\":\"yes\",\"tier\":\"memory\"}",
            ",\"cache\":{\"hit\":\"no\",\"tier\":\"memory\"}");

    private Payloads() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            for (String tools : TOOLS) {
                CACHES.forEach(cache -> all.add(payload(outcome, tools, cache)));
            }
        }
        return all;
    }

    /** One of them; the first values are more frequent. */
    static String random(Random random) {
        return payload(pick(OUTCOMES, random), pick(TOOLS, random), pick(CACHES, random));
    }

    private static String pick(List<String> values, Random random) {
        return values.get(Math.min(random.nextInt(values.size()), random.nextInt(values.size())));
    }

    private static String payload(String outcome, String tools, String cache) {
        return "{\"outcome\":\"" + outcome + "\",\"tools\":[" + tools + "]" + cache + "}";
    }
}
