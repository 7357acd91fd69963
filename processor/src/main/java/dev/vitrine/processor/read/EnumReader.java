package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.EnumDeclaration;
import dev.vitrine.processor.declaration.EnumDeclaration.ConstantDeclaration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads enums. */
final class EnumReader {
    private final AnnotationReader annotations;
    private final TypeUses typeUses;

    EnumReader(AnnotationReader annotations, TypeUses typeUses) {
        this.annotations = annotations;
        this.typeUses = typeUses;
    }

    EnumDeclaration read(TypeElement type, Spot spot) throws UnreadableException {
        List<ConstantDeclaration> constants = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(new ConstantDeclaration(
                        spot.of(element),
                        element.getSimpleName().toString(),
                        annotations.text(element, "Description", spot),
                        annotations.text(element, "WireName", spot)));
            }
        }
        ElementPlace place = spot.of(type);
        return new EnumDeclaration(place, typeUses.of(type), place.element().equals(type), constants);
    }
}
