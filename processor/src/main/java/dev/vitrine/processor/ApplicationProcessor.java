package dev.vitrine.processor;

import com.google.auto.service.AutoService;
import dev.vitrine.processor.check.Diagnostic;
import dev.vitrine.processor.check.Problems;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.read.ElementPlace;
import dev.vitrine.processor.read.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facade and the catalog of each class with {@code @AnalyticsApplication}, and reports what is wrong with all
 * experiments taken together. What is wrong with one of them is not reported here: it is left out.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({ExperimentProcessor.EXPERIMENT, ApplicationProcessor.APPLICATION})
public final class ApplicationProcessor extends AbstractProcessor {
    static final String APPLICATION = "dev.vitrine.AnalyticsApplication";

    private final Set<String> experiments = new TreeSet<>();
    private final Set<String> applications = new TreeSet<>();
    private boolean areCatalogsFixed;
    private @Nullable Compilation compilation;
    private @Nullable ApplicationStages stages;

    /** For the compiler. */
    public ApplicationProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Compilation known = compilation == null ? new Compilation(processingEnv) : compilation;
        ApplicationStages ready = stages == null ? new ApplicationStages(processingEnv, known) : stages;
        compilation = known;
        stages = ready;
        try {
            process(round, known, ready);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            applications.forEach(name -> known.type(name).ifPresent(type -> known.reportFailure(type, failure)));
        }
        return false;
    }

    private void process(RoundEnvironment round, Compilation known, ApplicationStages ready) {
        known.enter(round);
        Set<String> late = known.annotated(round, ExperimentProcessor.EXPERIMENT);
        late.removeAll(experiments);
        if (areCatalogsFixed) {
            late.forEach(name -> known.type(name).ifPresent(type -> reportLate(type, known)));
        }
        experiments.addAll(late);
        applications.addAll(known.annotated(round, APPLICATION));
        if (round.processingOver()) {
            finish(ready);
        } else if (!applications.isEmpty() && !areCatalogsFixed) {
            areCatalogsFixed = fixCatalogs(known, ready);
        }
    }

    /** Answers false when something names a type that is not there yet; then the next round may bring it. */
    private boolean fixCatalogs(Compilation known, ApplicationStages ready) {
        List<ExperimentModel> own = new ArrayList<>();
        try {
            own.addAll(ready.experiments(experiments));
            ready.read(applications);
        } catch (UnreadableException notYet) {
            return false;
        }
        ready.checkNames(own);
        for (String name : applications) {
            known.type(name).ifPresent(type -> ready.makeFacade(type, own));
        }
        return true;
    }

    private void finish(ApplicationStages ready) {
        if (areCatalogsFixed) {
            ready.writeCatalogs();
        } else if (applications.isEmpty()) {
            ready.checkNames(ready.readableExperiments(experiments));
        } else {
            ready.reportMissing(applications);
        }
    }

    private void reportLate(TypeElement type, Compilation known) {
        Problems problems = new Problems();
        ElementPlace place = ElementPlace.of(type);
        problems.report(Diagnostic.LATE_EXPERIMENT, place, place.name(), String.join(", ", applications));
        known.reports().show(problems);
    }
}
