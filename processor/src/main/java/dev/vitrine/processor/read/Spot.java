package dev.vitrine.processor.read;

import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the place at which a mistake is shown. What comes from a class file has no place in any source: there the place
 * that led to it stands in.
 */
final class Spot {
    private final Predicate<TypeElement> isCompiledNow;
    private final @Nullable ElementPlace standIn;

    Spot(Predicate<TypeElement> isCompiledNow, @Nullable ElementPlace standIn) {
        this.isCompiledNow = isCompiledNow;
        this.standIn = standIn;
    }

    /** The spots of what {@code element} leads to. */
    Spot within(Element element) {
        return new Spot(isCompiledNow, of(element));
    }

    ElementPlace of(Element element) {
        ElementPlace own = ElementPlace.of(element);
        if (standIn == null || isCompiledNow.test(outermost(element))) {
            return own;
        }
        return new ElementPlace(own.name(), standIn.element(), standIn.annotation(), standIn.value());
    }

    ElementPlace of(Element element, AnnotationMirror mirror) {
        ElementPlace place = of(element);
        return place.element().equals(element) ? place.at(mirror) : place;
    }

    ElementPlace of(Element element, AnnotationMirror mirror, AnnotationValue value) {
        ElementPlace place = of(element);
        return place.element().equals(element) ? place.at(mirror, value) : place;
    }

    /** The top-level class around an element that is a class, or stands in one. */
    static TypeElement outermost(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement type && type.getNestingKind() == NestingKind.TOP_LEVEL) {
                return type;
            }
        }
        throw new IllegalArgumentException(element + " stands in no class");
    }
}
