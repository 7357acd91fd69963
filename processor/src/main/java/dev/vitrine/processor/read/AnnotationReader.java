package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.Given;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds Vitrine's annotations by name. */
final class AnnotationReader {
    private static final String PACKAGE = "dev.vitrine.";

    private final Elements elements;

    AnnotationReader(Elements elements) {
        this.elements = elements;
    }

    /** The annotation with this simple name on an element. */
    Optional<DeclaredAnnotation> find(Element element, String simpleName, Spot spot) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement() instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(PACKAGE + simpleName)) {
                return Optional.of(new DeclaredAnnotation(elements, element, mirror, spot));
            }
        }
        return Optional.empty();
    }

    /** The only member of an annotation that has one text, such as a description. */
    Optional<Given<String>> text(Element element, String simpleName, Spot spot) throws UnreadableException {
        Optional<DeclaredAnnotation> found = find(element, simpleName, spot);
        return found.isPresent() ? Optional.of(found.get().text("value")) : Optional.empty();
    }
}
