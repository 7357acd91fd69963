package dev.vitrine.protocols;

import dev.vitrine.Buckets;
import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.OneOf;
import dev.vitrine.Pseudonym;
import dev.vitrine.Range;
import dev.vitrine.ReleaseVersion;
import dev.vitrine.WireName;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Every kind of field, under names that the protocols use for other things. */
@Experiment(
        id = "every-kind",
        event = "Every kind.of_event",
        question = "Does every kind of value arrive?",
        owner = "tools@pi.example",
        expires = "2099-12-31")
public record EveryKind(
        @Description("A boolean.") boolean event,
        @Description("A constant.") @WireName("distinct_id") Label distinct,
        @Description("Constants.") Set<Label> properties,

        @Description("A small number.") @Range(min = -3, max = 9)
        int timestamp,

        @Description("A number that no double holds.") @Range(min = Long.MIN_VALUE, max = 9_007_199_254_740_993L)
        long large,

        @Description("A ratio.") @Buckets({0.5, 10}) double ratio,

        @Description("A pause.")
        @Buckets(
                value = {1, 10},
                unit = ChronoUnit.SECONDS)
        Duration pause,

        @Description("A choice.") @OneOf({"plain", "a/b"}) String version,
        @Description("A release.") @ReleaseVersion String release,
        @Description("Somebody.") @Pseudonym String uuid,
        @Description("A boolean, perhaps.") Optional<Boolean> maybe,
        @Description("A record.") Nested app) {

    /** A record within. */
    public record Nested(
            @Description("A boolean.") boolean yes,
            @Description("A constant.") Label label,
            @Description("One deeper.") Deeper deeper) {}

    /** One deeper. */
    public record Deeper(
            @Description("A number.") @Range(min = 0, max = 1)
            int key,

            @Description("Constants.") Set<Label> value) {}
}
