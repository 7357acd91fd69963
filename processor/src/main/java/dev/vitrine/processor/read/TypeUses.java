package dev.vitrine.processor.read;

import com.palantir.javapoet.ClassName;
import dev.vitrine.processor.declaration.TypeUse;
import dev.vitrine.processor.declaration.TypeUse.Visibility;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Names classes, and tells who can. */
final class TypeUses {
    private final Elements elements;

    TypeUses(Elements elements) {
        this.elements = elements;
    }

    TypeUse of(TypeElement type) {
        return new TypeUse(ClassName.get(type), elements.getBinaryName(type).toString(), visibility(type));
    }

    private static Visibility visibility(TypeElement type) {
        Visibility visibility = Visibility.EVERYWHERE;
        for (Element around = type; around instanceof TypeElement; around = around.getEnclosingElement()) {
            Set<Modifier> modifiers = around.getModifiers();
            if (modifiers.contains(Modifier.PRIVATE)) {
                return Visibility.NOWHERE;
            }
            if (!modifiers.contains(Modifier.PUBLIC)) {
                visibility = Visibility.PACKAGE;
            }
        }
        return visibility;
    }
}
