package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.Analytics;
import dev.vitrine.binding.ConstantSetField;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.binding.Recorder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No method that an event passes through takes a free text. Those that take a text at all are listed here, each with the
 * field that closes its set of values; {@link EncodingTest} tries each with whatever text there is.
 */
class NoFreeTextTest {
    @Test
    void eachMethodOfTheWriterThatTakesATextTakesAFieldThatClosesIt() {
        assertThat(methodsWithText(PayloadWriter.class))
                .containsExactlyInAnyOrder(
                        "isGiven(Object)",
                        "write(OneOfField, String)",
                        "write(SourcedField, String)",
                        "write(ReleaseVersionField, String)",
                        "write(PseudonymField, String)",
                        "writeText(OneOfField, Optional<String>)",
                        "writeText(SourcedField, Optional<String>)",
                        "writeText(ReleaseVersionField, Optional<String>)",
                        "writeText(PseudonymField, Optional<String>)");
    }

    @Test
    void neitherRecorderNorTypeNorApplicationTakesAText() {
        assertThat(Stream.of(Recorder.class, ExperimentType.class, Analytics.class)
                        .flatMap(type -> methodsWithText(type).stream()))
                .isEmpty();
    }

    @Test
    void nobodyElseCanMakeAFieldOrReachTheBuffer() {
        for (Class<?> field : ConstantSetField.class.getSuperclass().getPermittedSubclasses()) {
            assertThat(field.getModifiers()).matches(Modifier::isFinal);
            assertThat(field.getConstructors()).isEmpty();
        }
        assertThat(Modifier.isFinal(PayloadWriter.class.getModifiers())).isTrue();
        assertThat(Arrays.stream(PayloadWriter.class.getMethods()).map(Method::getName))
                .doesNotContain("buffer", "append");
    }

    private static List<String> methodsWithText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method ->
                        Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .filter(method ->
                        Arrays.stream(method.getGenericParameterTypes()).anyMatch(NoFreeTextTest::canHoldText))
                .map(NoFreeTextTest::show)
                .toList();
    }

    /** Whether a parameter takes a text: a string, what a string is a kind of, characters, bytes, or an Optional of it. */
    private static boolean canHoldText(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(NoFreeTextTest::canHoldText);
        }
        return type instanceof Class<?> plain
                && (plain.isAssignableFrom(String.class)
                        || CharSequence.class.isAssignableFrom(plain)
                        || plain.isArray()
                        || plain == char.class
                        || Throwable.class.isAssignableFrom(plain));
    }

    private static String show(Method method) {
        List<String> parameters = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> type.getTypeName().replaceAll("[a-z]+\\.", ""))
                .toList();
        return method.getName() + "(" + String.join(", ", parameters) + ")";
    }
}
