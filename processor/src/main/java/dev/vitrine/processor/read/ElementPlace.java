package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.Place;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A spot that the compiler can point at. Lives no longer than its round.
 *
 * @param name what stands there
 * @param element the element
 * @param annotation the annotation on the element, if that is the spot
 * @param value the value in the annotation, if that is the spot
 */
public record ElementPlace(
        String name,
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) implements Place {

    /** The spot of an element. */
    public static ElementPlace of(Element element) {
        return new ElementPlace(nameOf(element), element, null, null);
    }

    /** The spot of an annotation on this element. */
    ElementPlace at(AnnotationMirror mirror) {
        return new ElementPlace(name, element, mirror, null);
    }

    /** The spot of a value in an annotation on this element. */
    ElementPlace at(AnnotationMirror mirror, AnnotationValue member) {
        return new ElementPlace(name, element, mirror, member);
    }

    /** The qualified name of a type; that of what stands in a type begins with the type's simple name. */
    private static String nameOf(Element element) {
        if (element instanceof TypeElement type) {
            return type.getQualifiedName().toString();
        }
        Element around = element.getEnclosingElement();
        return around == null
                ? element.getSimpleName().toString()
                : around.getSimpleName() + "." + element.getSimpleName();
    }
}
