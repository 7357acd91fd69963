package dev.vitrine.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.internal.consent.Scope;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consent to one kind of field is none to another, whatever the values of a list are called. */
class AtomKindTest {
    private enum Kind {
        A,
        B
    }

    private static String atom(Consumer<PayloadSchema> declaration) {
        PayloadSchema schema = new PayloadSchema(null, "x.");
        declaration.accept(schema);
        return schema.atoms().get(0);
    }

    private static String constants(String... names) {
        String[] pairs = new String[2 * names.length];
        for (int i = 0; i < names.length; i++) {
            pairs[2 * i] = i == 0 ? "A" : "B";
            pairs[2 * i + 1] = names[i];
        }
        return atom(schema -> schema.constant("f", Kind.class, pairs));
    }

    private static boolean covers(String stored, String needed) {
        return new Scope(Set.of(stored), "pi.example").covers(needed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pseudonym",
                "release version",
                "at most 5 names known at run time",
                "at most ",
                "1..1000",
                "-3..-1",
                "{a}",
                "{",
                "{a"
            })
    void aListIsNoOtherKindAndNoOtherKindIsAList(String name) {
        List<String> others = new ArrayList<>(List.of(
                atom(schema -> schema.pseudonym("f")),
                atom(schema -> schema.releaseVersion("f")),
                atom(schema -> schema.range("f", 1, 1000)),
                atom(schema -> schema.range("f", 2, 3)),
                atom(schema -> schema.range("f", -3, -1)),
                atom(schema -> schema.oneOf("f", () -> Set::of, 5)),
                atom(schema -> schema.oneOf("f", () -> Set::of, 1)),
                atom(schema -> schema.constants("f", Kind.class, "A", "a")),
                atom(schema -> schema.constants("f", Kind.class, "A", "a", "B", "b"))));
        for (String list : List.of(constants(name), constants(name, "b}"), constants("b}", name))) {
            for (String other : others) {
                assertThat(covers(list, other))
                        .as("%s is no yes to %s", list, other)
                        .isFalse();
                assertThat(covers(other, list))
                        .as("%s is no yes to %s", other, list)
                        .isFalse();
            }
            assertThat(covers(list, list)).isTrue();
        }
        assertThat(covers(constants(name, "b"), constants(name)))
                .as("fewer values")
                .isTrue();
        assertThat(covers(constants(name), constants(name, "b")))
                .as("more values")
                .isFalse();
        assertThat(covers(constants(name), atom(schema -> schema.constants("f", Kind.class, "A", name))))
                .as("a set of the same value")
                .isFalse();
    }

    @Test
    void twoListsOfDifferentValuesAreNeverTheSame() {
        assertThat(constants("%70seudonym")).isNotEqualTo(constants("pseudonym"));
        assertThat(constants("a|b")).isNotEqualTo(constants("a", "b"));
    }

    @Test
    void theOrdinaryTextsAreAsTheyWere() {
        assertThat(constants("applied", "no_match")).isEqualTo("x.f=applied|no_match");
        assertThat(constants("pseudonyms", "at mostly")).isEqualTo("x.f=pseudonyms|at mostly");
        assertThat(constants("1.2", "a..b")).isEqualTo("x.f=1.2|a..b");
        assertThat(atom(schema ->
                        schema.buckets("f", ChronoUnit.MILLIS, new double[] {-1, 2}, "<-1", "-1 to 2", ">=2")))
                .isEqualTo("x.f=<-1|-1 to 2|>=2");
        assertThat(atom(schema -> schema.constants("f", Kind.class, "A", "a", "B", "b")))
                .isEqualTo("x.f={a|b}");
        assertThat(atom(schema -> schema.oneOf("f", "a", "1..2"))).isEqualTo("x.f=a|%31..2|other");
        assertThat(constants("\u00e4 100 %")).isEqualTo("x.f=%c3%a4 100 %25");
    }
}
