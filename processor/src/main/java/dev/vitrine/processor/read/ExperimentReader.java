package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.ExperimentDeclaration;
import dev.vitrine.processor.declaration.Place;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads a type with {@code @Experiment}. */
public final class ExperimentReader {
    private final Elements elements;
    private final AnnotationReader annotations;
    private final RecordReader records;
    private final Predicate<TypeElement> isCompiledNow;

    /** Reads with the compiler's own tools; {@code isCompiledNow} tells top-level classes in source from class files. */
    public ExperimentReader(ProcessingEnvironment environment, Predicate<TypeElement> isCompiledNow) {
        this.elements = environment.getElementUtils();
        this.isCompiledNow = isCompiledNow;
        Types types = environment.getTypeUtils();
        this.annotations = new AnnotationReader(elements);
        TypeUses typeUses = new TypeUses(elements);
        this.records = new RecordReader(
                annotations,
                typeUses,
                new TypeReader(new OpenTypes(elements, types), new EnumReader(annotations, typeUses)),
                new RuleReader(elements, types, annotations, typeUses));
    }

    /** Whether a type has the annotation. */
    public boolean isExperiment(TypeElement type) {
        return annotations
                .find(type, "Experiment", new Spot(isCompiledNow, null))
                .isPresent();
    }

    /** Reads an experiment from source. */
    public ExperimentDeclaration read(TypeElement type) throws UnreadableException {
        return read(type, new Spot(isCompiledNow, null));
    }

    /** Reads an experiment that may be in a class file; its mistakes are shown at {@code includedBy}. */
    public ExperimentDeclaration read(TypeElement type, Place includedBy) throws UnreadableException {
        return read(type, new Spot(isCompiledNow, (ElementPlace) includedBy));
    }

    private ExperimentDeclaration read(TypeElement type, Spot spot) throws UnreadableException {
        DeclaredAnnotation experiment = annotations
                .find(type, "Experiment", spot)
                .orElseThrow(() -> new UnreadableException(type + " is no experiment any more"));
        return new ExperimentDeclaration(
                experiment.place(),
                records.read(type, spot),
                module(type),
                experiment.text("id"),
                experiment.text("event"),
                experiment.text("question"),
                experiment.text("owner"),
                experiment.text("expires"),
                experiment.texts("links"));
    }

    private String module(TypeElement type) {
        @Nullable ModuleElement module = elements.getModuleOf(type);
        return module == null || module.isUnnamed()
                ? elements.getPackageOf(type).getQualifiedName().toString()
                : module.getQualifiedName().toString();
    }
}
