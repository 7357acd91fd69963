package dev.vitrine.processor.write;

import dev.vitrine.processor.check.Problem;
import dev.vitrine.processor.check.Problems;
import dev.vitrine.processor.read.ElementPlace;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;

/** Shows problems, each once: an enum that two experiments share is wrong only once. */
public final class Reports {
    private final Messager messager;
    private final Set<String> shown = new HashSet<>();

    /** Shows problems with the compiler's messages. */
    public Reports(Messager messager) {
        this.messager = messager;
    }

    /** Shows what was not shown yet. */
    public void show(Problems problems) {
        problems.found().forEach(this::show);
    }

    private void show(Problem problem) {
        ElementPlace place = (ElementPlace) problem.place();
        if (shown.add(path(place.element()) + '\n' + problem.message())) {
            messager.printMessage(
                    problem.diagnostic().severity(),
                    problem.message(),
                    place.element(),
                    place.annotation(),
                    place.value());
        }
    }

    /** The names around an element, which are the same in every round. */
    private static String path(Element element) {
        StringBuilder path = new StringBuilder();
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            path.append(around).append('\n');
        }
        return path.toString();
    }

    /** Whether anything was shown. */
    public boolean isEmpty() {
        return shown.isEmpty();
    }
}
