package dev.vitrine.processor.write;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.vitrine.processor.read.ElementPlace;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Points at annotations on record components, which javac's messages cannot: by the time that processors run, it has
 * taken them off its own trees. So the source is parsed once more, and only when there is a mistake to show.
 *
 * <p>Uses javac's public tree interface. Other compilers have none, and place such messages themselves.
 */
final class ComponentTrees {
    private final Trees trees;
    private final Map<JavaFileObject, Optional<CompilationUnitTree>> parsed = new HashMap<>();

    private ComponentTrees(Trees trees) {
        this.trees = trees;
    }

    /** The trees of a compiler; nothing when it has none, or hides them behind a wrapper. */
    static Optional<ComponentTrees> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(new ComponentTrees(Trees.instance(environment)));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return Optional.empty();
        }
    }

    /** Prints a message at an annotation on a component; answers false when its place was not found. */
    boolean print(Kind kind, String message, ElementPlace place) {
        AnnotationMirror annotation = place.annotation();
        Optional<CompilationUnitTree> unit = unit(place.element());
        if (annotation == null || unit.isEmpty()) {
            return false;
        }
        Optional<Tree> tree = component(unit.get(), place.element())
                .flatMap(component -> annotation(component, annotation))
                .map(found -> value(found, annotation, place.value()));
        tree.ifPresent(found -> trees.printMessage(kind, message, found, unit.get()));
        return tree.isPresent();
    }

    private Optional<CompilationUnitTree> unit(Element component) {
        TreePath path = trees.getPath(component.getEnclosingElement());
        if (path == null) {
            return Optional.empty();
        }
        return parsed.computeIfAbsent(path.getCompilationUnit().getSourceFile(), ComponentTrees::parse);
    }

    private static Optional<CompilationUnitTree> parse(JavaFileObject source) {
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, ignored -> {}, null, null, List.of(source));
        try {
            return task instanceof JavacTask javac
                    ? Optional.of(javac.parse().iterator().next())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<VariableTree> component(CompilationUnitTree unit, Element component) {
        Deque<Name> names = new ArrayDeque<>();
        for (Element around = component.getEnclosingElement();
                around instanceof TypeElement;
                around = around.getEnclosingElement()) {
            names.push(around.getSimpleName());
        }
        List<? extends Tree> members = unit.getTypeDecls();
        for (Name name : names) {
            Optional<ClassTree> type = members.stream()
                    .filter(member -> member instanceof ClassTree found
                            && found.getSimpleName().contentEquals(name))
                    .map(ClassTree.class::cast)
                    .findFirst();
            if (type.isEmpty()) {
                return Optional.empty();
            }
            members = type.get().getMembers();
        }
        return members.stream()
                .filter(member -> member instanceof VariableTree found
                        && found.getName().contentEquals(component.getSimpleName()))
                .map(VariableTree.class::cast)
                .findFirst();
    }

    private static Optional<AnnotationTree> annotation(VariableTree component, AnnotationMirror mirror) {
        String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
        return component.getModifiers().getAnnotations().stream()
                .filter(tree -> ("." + tree.getAnnotationType()).endsWith("." + name))
                .map(AnnotationTree.class::cast)
                .findFirst();
    }

    /** The tree of a value; of the annotation when there is none for it. */
    private static Tree value(AnnotationTree tree, AnnotationMirror mirror, @Nullable AnnotationValue value) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> member :
                mirror.getElementValues().entrySet()) {
            int index = index(member.getValue(), value);
            if (index >= 0) {
                for (ExpressionTree argument : tree.getArguments()) {
                    boolean isNamed = argument instanceof AssignmentTree;
                    String name =
                            isNamed ? ((AssignmentTree) argument).getVariable().toString() : "value";
                    if (member.getKey().getSimpleName().contentEquals(name)) {
                        ExpressionTree given = isNamed ? ((AssignmentTree) argument).getExpression() : argument;
                        return member.getValue() == value ? given : element(given, index);
                    }
                }
            }
        }
        return tree;
    }

    /** Where {@code value} stands in {@code member}: 0 also for the member itself, and -1 for nowhere. */
    private static int index(AnnotationValue member, @Nullable AnnotationValue value) {
        if (member == value) {
            return 0;
        }
        return member.getValue() instanceof List<?> list ? list.indexOf(value) : -1;
    }

    private static Tree element(ExpressionTree given, int index) {
        return given instanceof NewArrayTree array
                        && array.getInitializers() != null
                        && index < array.getInitializers().size()
                ? array.getInitializers().get(index)
                : given;
    }
}
