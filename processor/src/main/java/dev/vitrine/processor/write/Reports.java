package dev.vitrine.processor.write;

import dev.vitrine.processor.check.Problem;
import dev.vitrine.processor.check.Problems;
import dev.vitrine.processor.read.ElementPlace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/** Shows problems, each once: an enum that two experiments share is wrong only once. */
public final class Reports {
    private final Messager messager;
    private final Optional<ComponentTrees> componentTrees;
    private final Set<String> shown = new HashSet<>();

    /** Shows problems with the compiler's messages. */
    public Reports(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.componentTrees = ComponentTrees.of(environment);
    }

    /** Shows what was not shown yet. */
    public void show(Problems problems) {
        problems.found().forEach(this::show);
    }

    private void show(Problem problem) {
        ElementPlace place = (ElementPlace) problem.place();
        if (shown.add(path(place.element()) + '\n' + problem.message())) {
            Kind severity = problem.diagnostic().severity();
            boolean isComponent = place.element().getKind() == ElementKind.RECORD_COMPONENT;
            if (!isComponent || !printAtComponent(problem, place)) {
                Element element = isComponent ? field(place.element()) : place.element();
                messager.printMessage(severity, problem.message(), element, place.annotation(), place.value());
            }
        }
    }

    private boolean printAtComponent(Problem problem, ElementPlace place) {
        try {
            return componentTrees
                    .map(trees -> trees.print(problem.diagnostic().severity(), problem.message(), place))
                    .orElse(false);
        } catch (RuntimeException | LinkageError otherTrees) {
            // A compiler whose trees are not as expected still has its own messages.
            return false;
        }
    }

    /** The field of a component, which every compiler can point at; javac 17 cannot point at the component. */
    private static Element field(Element component) {
        Element record = component.getEnclosingElement();
        if (record != null) {
            for (VariableElement field : ElementFilter.fieldsIn(record.getEnclosedElements())) {
                if (field.getSimpleName().equals(component.getSimpleName())) {
                    return field;
                }
            }
        }
        return component;
    }

    /** The names around an element, which are the same in every round. */
    private static String path(Element element) {
        StringBuilder path = new StringBuilder();
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            path.append(around).append('\n');
        }
        return path.toString();
    }
}
