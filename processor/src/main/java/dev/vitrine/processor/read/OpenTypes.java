package dev.vitrine.processor.read;

import com.palantir.javapoet.TypeName;
import dev.vitrine.processor.declaration.ComponentType;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Says of a type that no field can hold why that is, and what comes nearest. */
final class OpenTypes {
    private static final String CLOSED_TEXT = "an enum, or a String with @OneOf";
    private static final String TIME = "a Duration with @Buckets; the day is in the envelope of every batch";

    /** The first that a type can be assigned to says why; so the more special come first. */
    private static final List<Reason> REASONS = List.of(
            new Reason("java.lang.CharSequence", "it can carry free text", CLOSED_TEXT),
            new Reason("java.lang.Character", "characters add up to free text", CLOSED_TEXT),
            new Reason(
                    "java.lang.Throwable",
                    "the message of an exception carries paths, prompts and source code",
                    "an enum of the kinds of failure"),
            new Reason(
                    "java.nio.file.Path",
                    "a path carries the user's name and the names of projects",
                    "an enum of the kinds of place, or a String with @Pseudonym"),
            new Reason(
                    "java.io.File",
                    "a path carries the user's name and the names of projects",
                    "an enum of the kinds of place, or a String with @Pseudonym"),
            new Reason(
                    "java.net.URI", "an address carries hosts, queries and tokens", "an enum of the kinds of address"),
            new Reason(
                    "java.net.URL", "an address carries hosts, queries and tokens", "an enum of the kinds of address"),
            new Reason(
                    "java.net.InetAddress",
                    "a network address identifies a person",
                    "an enum, such as LOOPBACK, PRIVATE, PUBLIC"),
            new Reason(
                    "java.net.SocketAddress",
                    "a network address identifies a person",
                    "an enum, such as LOOPBACK, PRIVATE, PUBLIC"),
            new Reason(
                    "java.util.UUID",
                    "it is an identifier, by which events can be tied to a person",
                    "a String with @Pseudonym"),
            new Reason("java.time.Period", "it has no bound", TIME),
            new Reason("java.time.temporal.TemporalAccessor", "an exact time singles a person out", TIME),
            new Reason("java.util.Date", "an exact time singles a person out", TIME),
            new Reason("java.util.Calendar", "an exact time singles a person out", TIME),
            new Reason(
                    "java.util.Locale",
                    "a locale can be made of any text",
                    "an enum, or a String with @OneOf, of the languages that the application speaks"),
            new Reason("java.lang.Class", "class names are text from the user's code", CLOSED_TEXT),
            new Reason("java.lang.Boolean", "it can be null", "boolean, or Optional<Boolean>"),
            new Reason("java.lang.Byte", "it can be null", "byte, or Optional<Byte>, with @Range or @Buckets"),
            new Reason("java.lang.Short", "it can be null", "short, or Optional<Short>, with @Range or @Buckets"),
            new Reason("java.lang.Integer", "it can be null", "int, or Optional<Integer>, with @Range or @Buckets"),
            new Reason("java.lang.Long", "it can be null", "long, or Optional<Long>, with @Range or @Buckets"),
            new Reason("java.lang.Float", "it can be null", "float, or Optional<Float>, with @Buckets"),
            new Reason("java.lang.Double", "it can be null", "double, or Optional<Double>, with @Buckets"),
            new Reason("java.lang.Number", "it has no bound", "long with @Range, or double with @Buckets"),
            new Reason("java.util.OptionalInt", "it has no bound", "Optional<Integer> with @Range or @Buckets"),
            new Reason("java.util.OptionalLong", "it has no bound", "Optional<Long> with @Range or @Buckets"),
            new Reason("java.util.OptionalDouble", "it has no bound", "Optional<Double> with @Buckets"),
            new Reason(
                    "java.util.Optional",
                    "only a boolean, an enum, a number, a Duration or a String can be optional",
                    "a constant of an enum that stands for nothing"),
            new Reason(
                    "java.util.Map",
                    "its keys and values have no bound",
                    "a nested record with a component for each key"),
            new Reason(
                    "java.util.Collection",
                    "what is in it, and how much, has no bound",
                    "a Set of an enum, or the number of elements, an int with @Buckets"));

    private final Elements elements;
    private final Types types;

    OpenTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    ComponentType.Open open(TypeMirror type) {
        String name = TypeName.get(type).toString();
        if (type.getKind() == TypeKind.CHAR) {
            return new ComponentType.Open(name, "characters add up to free text", CLOSED_TEXT);
        }
        if (type instanceof ArrayType array) {
            boolean isText = array.getComponentType().getKind() == TypeKind.CHAR
                    || array.getComponentType().getKind() == TypeKind.BYTE;
            return isText
                    ? new ComponentType.Open(name, "it can carry free text, or a whole file", CLOSED_TEXT)
                    : new ComponentType.Open(
                            name,
                            "what is in an array, and how much, has no bound",
                            "a Set of an enum, or the number of elements, an int with @Buckets");
        }
        for (Reason reason : REASONS) {
            TypeElement known = elements.getTypeElement(reason.type);
            if (known != null && types.isAssignable(types.erasure(type), types.erasure(known.asType()))) {
                return new ComponentType.Open(name, reason.why, reason.instead);
            }
        }
        return new ComponentType.Open(
                name,
                "what an object of this type holds, and what its toString says, has no bound",
                "an enum, or a nested record of fields that are closed");
    }

    private record Reason(String type, String why, String instead) {}
}
