package dev.vitrine.protocols;

import dev.vitrine.Analytics;
import dev.vitrine.AnalyticsOptions;
import java.util.Locale;

/** An application for each protocol; they differ in nothing else. */
enum Spoken {
    VITRINE {
        @Override
        Analytics open(AnalyticsOptions options) {
            return ToVitrineAnalytics.open(options);
        }
    },
    POSTHOG {
        @Override
        Analytics open(AnalyticsOptions options) {
            return ToPostHogAnalytics.open(options);
        }
    },
    OTLP {
        @Override
        Analytics open(AnalyticsOptions options) {
            return ToOtlpAnalytics.open(options);
        }
    };

    abstract Analytics open(AnalyticsOptions options);

    /** As the catalog says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String application() {
        return "to-" + word();
    }
}
