package dev.vitrine.processor;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random values of the types that components can have: the usual, the extreme, and what somebody would try. */
final class RandomValues {
    private static final List<String> TEXTS = List.of(
            "v0",
            "v1",
            "v8",
            "listed",
            "other",
            "",
            " ",
            "1.2.3",
            "2.0.0-rc.1",
            "1.0-for-acme",
            "/home/me/secret.txt",
            "C:\\Users\\me",
            "me@x.example",
            "a\"b\\c\n",
            "\u0000",
            "\uD800",
            "x".repeat(10_000));

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    Record record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        return (Record) constructor.newInstance(values);
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class ? optional(argument) : set((Class<?>) argument);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain == Duration.class) {
            return duration();
        }
        if (plain == String.class) {
            int index = random.nextInt(TEXTS.size() + 1);
            return index == TEXTS.size() ? null : TEXTS.get(index);
        }
        return plain == boolean.class || plain == Boolean.class ? (Object) random.nextBoolean() : number(plain);
    }

    private Object number(Class<?> type) {
        long whole = random.nextInt(4) == 0
                ? (random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE)
                : random.nextInt(2200) - 1100;
        double real = switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            default -> random.nextGaussian() * 1e6;
        };
        if (type == int.class || type == Integer.class) {
            return (int) whole;
        }
        if (type == long.class || type == Long.class) {
            return whole;
        }
        if (type == short.class || type == Short.class) {
            return (short) whole;
        }
        if (type == byte.class || type == Byte.class) {
            return (byte) whole;
        }
        if (type == float.class || type == Float.class) {
            return (float) real;
        }
        return real;
    }

    private Duration duration() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
            case 1 -> Duration.ofSeconds(Long.MIN_VALUE);
            case 2 -> Duration.ofDays(random.nextInt(10_000));
            default -> Duration.ofNanos(random.nextInt());
        };
    }

    private Optional<?> optional(Type type) throws ReflectiveOperationException {
        return random.nextBoolean() ? Optional.empty() : Optional.ofNullable(value(type));
    }

    private Set<?> set(Class<?> type) {
        Set<Object> set = new HashSet<>();
        for (Object constant : type.getEnumConstants()) {
            if (random.nextBoolean()) {
                set.add(constant);
            }
        }
        return set;
    }
}
