package dev.vitrine.processor.write;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.vitrine.processor.check.Diagnostic;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds experiments and applications in the bodies of methods, which no processor is shown: javac's listener sees each class once it has
 * been attributed. Looks into the sources alone that import Vitrine's annotations. Other compilers have no such listener;
 * there {@code vitrine:check} finds the experiments in the class files.
 */
public final class LocalDeclarations implements TaskListener {
    private final Trees trees;
    private final Set<CompilationUnitTree> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private LocalDeclarations(Trees trees) {
        this.trees = trees;
    }

    /** Begins to watch a compilation, if its compiler can be watched. */
    public static void watch(ProcessingEnvironment environment) {
        try {
            JavacTask.instance(environment).addTaskListener(new LocalDeclarations(Trees.instance(environment)));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            // Another compiler, or a build tool that hides javac: the check of the build is left.
            return;
        }
    }

    @Override
    public void finished(TaskEvent event) {
        CompilationUnitTree unit = event.getCompilationUnit();
        if (event.getKind() == TaskEvent.Kind.ANALYZE && unit != null && importsAnnotation(unit) && seen.add(unit)) {
            new Bodies(unit).scan(unit, false);
        }
    }

    private static boolean importsAnnotation(CompilationUnitTree unit) {
        return unit.getImports().stream()
                .map(imported -> imported.getQualifiedIdentifier().toString())
                .anyMatch(name -> name.equals("dev.vitrine.*") || diagnostic(name.replace("dev.vitrine.", "")) != null);
    }

    /** What is wrong with a class in a body that has this annotation. */
    private static @Nullable Diagnostic diagnostic(String annotation) {
        return switch (annotation) {
            case "Experiment" -> Diagnostic.LOCAL_EXPERIMENT;
            case "AnalyticsApplication" -> Diagnostic.LOCAL_APPLICATION;
            default -> null;
        };
    }

    /** Walks through a source; the parameter is whether the walk is in a body already. */
    private final class Bodies extends TreeScanner<@Nullable Void, Boolean> {
        private final CompilationUnitTree unit;

        Bodies(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public @Nullable Void visitBlock(BlockTree block, Boolean isInBody) {
            return super.visitBlock(block, true);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree anonymous, Boolean isInBody) {
            return super.visitNewClass(anonymous, true);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Boolean isInBody) {
            if (isInBody) {
                type.getModifiers().getAnnotations().forEach(annotation -> check(annotation, type));
            }
            return super.visitClass(type, isInBody);
        }

        private void check(AnnotationTree annotation, ClassTree type) {
            Diagnostic diagnostic =
                    diagnostic(annotation.getAnnotationType().toString().replace("dev.vitrine.", ""));
            if (diagnostic != null) {
                String message = diagnostic.message(type.getSimpleName().toString());
                trees.printMessage(diagnostic.severity(), message, annotation, unit);
            }
        }
    }
}
