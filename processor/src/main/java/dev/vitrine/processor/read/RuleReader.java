package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.declaration.Rule;
import dev.vitrine.processor.declaration.TypeUse;
import dev.vitrine.processor.declaration.TypeUse.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the annotations that close a component's set of values. */
final class RuleReader {
    private static final String NO_SOURCE = "dev.vitrine.AllowedValues";

    private final Elements elements;
    private final Types types;
    private final AnnotationReader annotations;
    private final TypeUses typeUses;

    RuleReader(Elements elements, Types types, AnnotationReader annotations, TypeUses typeUses) {
        this.elements = elements;
        this.types = types;
        this.annotations = annotations;
        this.typeUses = typeUses;
    }

    List<Rule> read(Element component, Spot spot) throws UnreadableException {
        List<Rule> rules = new ArrayList<>();
        Optional<DeclaredAnnotation> range = annotations.find(component, "Range", spot);
        if (range.isPresent()) {
            DeclaredAnnotation found = range.get();
            rules.add(new Rule.RangeRule(found.place(), found.wholeNumber("min"), found.wholeNumber("max")));
        }
        Optional<DeclaredAnnotation> buckets = annotations.find(component, "Buckets", spot);
        if (buckets.isPresent()) {
            DeclaredAnnotation found = buckets.get();
            rules.add(new Rule.BucketsRule(found.place(), found.floatingNumbers("value"), found.constant("unit")));
        }
        Optional<DeclaredAnnotation> oneOf = annotations.find(component, "OneOf", spot);
        if (oneOf.isPresent()) {
            DeclaredAnnotation found = oneOf.get();
            rules.add(new Rule.OneOfRule(
                    found.place(), found.texts("value"), source(found.type("source"), spot), found.integer("maxSize")));
        }
        annotations
                .find(component, "ReleaseVersion", spot)
                .ifPresent(found -> rules.add(new Rule.ReleaseVersionRule(found.place())));
        annotations
                .find(component, "Pseudonym", spot)
                .ifPresent(found -> rules.add(new Rule.PseudonymRule(found.place())));
        return rules;
    }

    private Optional<Rule.SourceDeclaration> source(Given<TypeElement> given, Spot spot) throws UnreadableException {
        TypeElement type = given.value();
        if (type.getQualifiedName().contentEquals(NO_SOURCE)) {
            return Optional.empty();
        }
        TypeUse use = typeUses.of(type);
        boolean isUsable = use.visibility() == Visibility.EVERYWHERE
                && type.getKind().isClass()
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && type.getTypeParameters().isEmpty()
                && (type.getNestingKind() == NestingKind.TOP_LEVEL
                        || type.getModifiers().contains(Modifier.STATIC))
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(this::isUsable);
        return Optional.of(
                new Rule.SourceDeclaration(given.place(), use, isUsable, annotations.text(type, "Description", spot)));
    }

    private boolean isUsable(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty()
                && constructor.getModifiers().contains(Modifier.PUBLIC)
                && constructor.getThrownTypes().stream().allMatch(this::isUnchecked);
    }

    private boolean isUnchecked(TypeMirror thrown) {
        return isA(thrown, "java.lang.RuntimeException") || isA(thrown, "java.lang.Error");
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement known = elements.getTypeElement(name);
        return known != null && types.isSubtype(type, known.asType());
    }
}
