package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.declaration.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * One annotation in the source. A member that has no value of its type, because the annotation does not compile, is
 * unreadable.
 */
final class DeclaredAnnotation {
    private final Elements elements;
    private final Element element;
    private final AnnotationMirror outermost;
    private final AnnotationMirror mirror;
    private final Spot spot;
    private final Place place;
    private final Map<String, AnnotationValue> values = new HashMap<>();
    private final Map<String, AnnotationValue> explicit = new HashMap<>();

    DeclaredAnnotation(Elements elements, Element element, AnnotationMirror mirror, Spot spot) {
        this(elements, element, mirror, mirror, spot, spot.of(element, mirror));
    }

    private DeclaredAnnotation(
            Elements elements,
            Element element,
            AnnotationMirror outermost,
            AnnotationMirror mirror,
            Spot spot,
            Place place) {
        this.elements = elements;
        this.element = element;
        this.outermost = outermost;
        this.mirror = mirror;
        this.spot = spot;
        this.place = place;
        elements.getElementValuesWithDefaults(mirror)
                .forEach((member, value) -> values.put(member.getSimpleName().toString(), value));
        mirror.getElementValues()
                .forEach((member, value) -> explicit.put(member.getSimpleName().toString(), value));
    }

    Place place() {
        return place;
    }

    Given<String> text(String member) throws UnreadableException {
        return given(member, as(String.class, value(member)));
    }

    Given<Long> wholeNumber(String member) throws UnreadableException {
        return given(member, as(Long.class, value(member)));
    }

    Given<Integer> integer(String member) throws UnreadableException {
        return given(member, as(Integer.class, value(member)));
    }

    /** The name of an enum's constant. */
    Given<String> constant(String member) throws UnreadableException {
        return given(member, constantName(value(member)));
    }

    Given<List<String>> constants(String member) throws UnreadableException {
        List<String> names = new ArrayList<>();
        for (AnnotationValue value : list(member)) {
            names.add(constantName(value));
        }
        return given(member, List.copyOf(names));
    }

    Given<List<Double>> floatingNumbers(String member) throws UnreadableException {
        List<Double> numbers = new ArrayList<>();
        for (AnnotationValue value : list(member)) {
            numbers.add(as(Double.class, value));
        }
        return given(member, List.copyOf(numbers));
    }

    /** The texts of a list, each at its own place. */
    List<Given<String>> texts(String member) throws UnreadableException {
        List<Given<String>> texts = new ArrayList<>();
        for (AnnotationValue value : list(member)) {
            texts.add(new Given<>(as(String.class, value), placeOf(value), true));
        }
        return texts;
    }

    /** A class. */
    Given<TypeElement> type(String member) throws UnreadableException {
        return given(member, typeElement(as(TypeMirror.class, value(member))));
    }

    /** The names of the classes of a list, each at its own place; primitive types and arrays have names as well. */
    List<Given<String>> classNames(String member) throws UnreadableException {
        List<Given<String>> names = new ArrayList<>();
        for (AnnotationValue value : list(member)) {
            names.add(new Given<>(className(as(TypeMirror.class, value)), placeOf(value), true));
        }
        return names;
    }

    private static String className(TypeMirror type) throws UnreadableException {
        if (type instanceof ArrayType array) {
            return className(array.getComponentType()) + "[]";
        }
        return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID
                ? type.getKind().name().toLowerCase(Locale.ROOT)
                : typeElement(type).getQualifiedName().toString();
    }

    /** An annotation within this one. */
    DeclaredAnnotation annotation(String member) throws UnreadableException {
        return nested(value(member));
    }

    List<DeclaredAnnotation> annotations(String member) throws UnreadableException {
        List<DeclaredAnnotation> annotations = new ArrayList<>();
        for (AnnotationValue value : list(member)) {
            annotations.add(nested(value));
        }
        return annotations;
    }

    private DeclaredAnnotation nested(AnnotationValue value) throws UnreadableException {
        return new DeclaredAnnotation(
                elements, element, outermost, as(AnnotationMirror.class, value), spot, placeOf(value));
    }

    private <T> Given<T> given(String member, T value) {
        AnnotationValue own = explicit.get(member);
        return new Given<>(value, own == null ? place : placeOf(own), own != null);
    }

    private Place placeOf(AnnotationValue value) {
        return spot.of(element, outermost, value);
    }

    private List<? extends AnnotationValue> list(String member) throws UnreadableException {
        @SuppressWarnings("unchecked") // what AnnotationValue.getValue promises for an array
        List<? extends AnnotationValue> list = as(List.class, value(member));
        return list;
    }

    private String constantName(AnnotationValue value) throws UnreadableException {
        return as(VariableElement.class, value).getSimpleName().toString();
    }

    private static TypeElement typeElement(TypeMirror type) throws UnreadableException {
        if (type.getKind() == TypeKind.DECLARED && ((DeclaredType) type).asElement() instanceof TypeElement found) {
            return found;
        }
        throw new UnreadableException(type.toString());
    }

    private AnnotationValue value(String member) throws UnreadableException {
        AnnotationValue value = values.get(member);
        if (value == null) {
            throw new UnreadableException(mirror.getAnnotationType() + "." + member);
        }
        return value;
    }

    private static <T> T as(Class<T> type, @Nullable AnnotationValue value) throws UnreadableException {
        if (value == null || !type.isInstance(value.getValue())) {
            throw new UnreadableException(String.valueOf(value));
        }
        return type.cast(value.getValue());
    }
}
