package dev.vitrine.processor;

import com.google.auto.service.AutoService;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.processor.check.Diagnostic;
import dev.vitrine.processor.check.ExperimentCheck;
import dev.vitrine.processor.check.Problems;
import dev.vitrine.processor.generate.EmitterGenerator;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.read.ExperimentReader;
import dev.vitrine.processor.read.UnreadableException;
import dev.vitrine.processor.write.LocalDeclarations;
import dev.vitrine.processor.write.ResourceFiles;
import dev.vitrine.processor.write.SourceFiles;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Makes the emitter and the fragment of each record with {@code @Experiment}, and reports what is wrong with it. Looks at
 * one record at a time, so that build tools can compile incrementally.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes(ExperimentProcessor.EXPERIMENT)
public final class ExperimentProcessor extends AbstractProcessor {
    static final String EXPERIMENT = "dev.vitrine.Experiment";

    private final Set<String> waiting = new TreeSet<>();
    private @Nullable Stages stages;

    /** For the compiler. */
    public ExperimentProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        LocalDeclarations.watch(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        // Made here, which the compiler comes to only with an experiment: one without any loads none of this.
        Stages ready = stages == null ? new Stages(processingEnv) : stages;
        stages = ready;
        ready.compilation.enter(round);
        waiting.addAll(ready.compilation.annotated(round, EXPERIMENT));
        if (!round.processingOver()) {
            waiting.removeIf(
                    name -> ready.compilation.type(name).map(ready::finish).orElse(false));
        }
        return false;
    }

    /** From an element to files. */
    private static final class Stages {
        private final Compilation compilation;
        private final ExperimentReader reader;
        private final SourceFiles sources;
        private final ResourceFiles resources;

        Stages(ProcessingEnvironment environment) {
            compilation = new Compilation(environment);
            reader = new ExperimentReader(environment, compilation::isSource);
            sources = new SourceFiles(environment.getFiler());
            resources = new ResourceFiles(environment.getFiler());
        }

        /** Answers false when the type names another that is not there yet. */
        boolean finish(TypeElement type) {
            Problems problems = new Problems();
            try {
                Optional<ExperimentModel> model = new ExperimentCheck(problems).check(reader.read(type));
                if (model.isPresent()) {
                    write(model.get(), type, problems);
                }
            } catch (UnreadableException notYet) {
                return false;
            } catch (IOException | RuntimeException | LinkageError | StackOverflowError failure) {
                compilation.reportFailure(type, failure);
            }
            compilation.reports().show(problems);
            return true;
        }

        private void write(ExperimentModel model, TypeElement type, Problems problems) throws IOException {
            EmitterGenerator generator = new EmitterGenerator(compilation.mark(ExperimentProcessor.class, type));
            Optional<String> taken = sources.write(model.emitter().packageName(), generator.generate(model), type);
            if (taken.isPresent()) {
                problems.report(
                        Diagnostic.GENERATED_NAME_TAKEN,
                        model.place(),
                        model.emitter().canonicalName(),
                        type,
                        taken.get());
            } else {
                resources.writeFragment(model.entry().type(), CatalogJsonWriter.write(model.entry()), type);
            }
        }
    }
}
