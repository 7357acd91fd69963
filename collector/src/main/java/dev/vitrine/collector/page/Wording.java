package dev.vitrine.collector.page;

import dev.vitrine.collector.query.Figure;
import dev.vitrine.collector.query.Slice;
import dev.vitrine.collector.query.Value;
import java.util.Locale;

/** Numbers, shares and values in words: the same in every locale. */
final class Wording {
    private static final double WHOLE = 100;
    private static final double TENTHS_BELOW = 9.95;
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 99.5;

    private Wording() {}

    static String number(Figure figure) {
        return String.format(Locale.ROOT, "%,d", figure.value());
    }

    /** A part of a whole as per cent, in as many digits as mean something; never 0 or 100 of what is neither. */
    static String share(Figure part, Figure whole) {
        double percent = part.shareOf(whole) * WHOLE;
        if (part.isNone() || part.equals(whole)) {
            return part.isNone() ? "0 %" : "100 %";
        } else if (percent < SMALLEST) {
            return "< 0.1 %";
        } else if (percent < TENTHS_BELOW) {
            return String.format(Locale.ROOT, "%.1f %%", percent);
        }
        return percent >= LARGEST ? "> 99 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    /** What an event says. */
    static String value(Value value) {
        return switch (value.kind()) {
            case SAID -> value.text();
            case PRESENT -> "there";
            case ABSENT -> "left out";
            case RECORD_ABSENT -> "without the record around it";
        };
    }

    static String version(String version) {
        return version.equals(Slice.SEVERAL) ? "several small ones" : version;
    }

    /** A system, or a system and a processor with a slash between. */
    static String platform(String platform) {
        if (platform.startsWith(Slice.SEVERAL)) {
            return "several small ones";
        }
        int slash = platform.indexOf('/');
        if (slash < 0) {
            return platform;
        }
        String processor = platform.substring(slash + 1);
        return platform.substring(0, slash) + ", " + (processor.equals(Slice.SEVERAL) ? "several" : processor);
    }
}
