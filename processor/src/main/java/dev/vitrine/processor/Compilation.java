package dev.vitrine.processor;

import dev.vitrine.processor.check.Diagnostic;
import dev.vitrine.processor.check.Problems;
import dev.vitrine.processor.generate.GeneratedMark;
import dev.vitrine.processor.read.ElementPlace;
import dev.vitrine.processor.write.Reports;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a processor knows of the compilation that it is part of, in names alone: elements belong to their round. */
final class Compilation {
    private final Elements elements;
    private final Reports reports;
    private final Set<String> sources = new HashSet<>();

    Compilation(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.reports = new Reports(environment);
    }

    /** Notes what a round brings. */
    void enter(RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                sources.add(type.getQualifiedName().toString());
            }
        }
    }

    /** The names of the types that a round brings with an annotation. */
    Set<String> annotated(RoundEnvironment round, String annotation) {
        Set<String> names = new HashSet<>();
        TypeElement type = elements.getTypeElement(annotation);
        if (type != null) {
            for (Element element : round.getElementsAnnotatedWith(type)) {
                if (element instanceof TypeElement found) {
                    names.add(found.getQualifiedName().toString());
                }
            }
        }
        return names;
    }

    Optional<TypeElement> type(String name) {
        return Optional.ofNullable(elements.getTypeElement(name));
    }

    /** Whether a top-level class is in a source of this compilation. */
    boolean isSource(TypeElement type) {
        return sources.contains(type.getQualifiedName().toString());
    }

    /** The mark on what a processor generates next to {@code origin}. */
    GeneratedMark mark(Class<?> processor, TypeElement origin) {
        var module = elements.getModuleOf(origin);
        String generated = "javax.annotation.processing.Generated";
        return new GeneratedMark(
                processor.getName(), module == null || elements.getTypeElement(module, generated) != null);
    }

    Reports reports() {
        return reports;
    }

    /** Reports a failure of Vitrine's own at the declaration on which it failed. */
    void reportFailure(TypeElement type, Throwable failure) {
        Problems problems = new Problems();
        String what = failure.getClass().getName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
        problems.report(
                Diagnostic.UNEXPECTED_FAILURE,
                ElementPlace.of(type),
                type,
                what.lines().findFirst().orElse(""));
        reports.show(problems);
    }
}
