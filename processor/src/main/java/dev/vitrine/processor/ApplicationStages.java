package dev.vitrine.processor;

import com.palantir.javapoet.ClassName;
import dev.vitrine.processor.check.ApplicationCheck;
import dev.vitrine.processor.check.CatalogCheck;
import dev.vitrine.processor.check.Diagnostic;
import dev.vitrine.processor.check.ExperimentCheck;
import dev.vitrine.processor.check.Problems;
import dev.vitrine.processor.declaration.ApplicationDeclaration;
import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.generate.FacadeGenerator;
import dev.vitrine.processor.model.ApplicationModel;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.read.ApplicationReader;
import dev.vitrine.processor.read.EarlierCatalog;
import dev.vitrine.processor.read.ExperimentReader;
import dev.vitrine.processor.read.UnreadableException;
import dev.vitrine.processor.write.ResourceFiles;
import dev.vitrine.processor.write.SourceFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** The stages of an application: from elements to its facade, and in the last round to its catalog. */
final class ApplicationStages {
    private final Compilation compilation;
    private final ExperimentReader reader;
    private final ApplicationReader applicationReader;
    private final EarlierCatalog earlier;
    private final SourceFiles sources;
    private final ResourceFiles resources;
    /** The catalogs, by the name of the annotated class. */
    private final Map<String, CatalogFiles> catalogs = new TreeMap<>();

    private final Map<String, String> applicationNames = new TreeMap<>();

    ApplicationStages(ProcessingEnvironment environment, Compilation compilation) {
        this.compilation = compilation;
        this.reader = new ExperimentReader(environment, compilation::isSource);
        this.applicationReader = new ApplicationReader(environment);
        this.earlier = new EarlierCatalog(environment, compilation::isSource);
        this.sources = new SourceFiles(environment.getFiler());
        this.resources = new ResourceFiles(environment.getFiler());
    }

    /** The experiments of this compilation that are right; the others are reported elsewhere. */
    List<ExperimentModel> experiments(Collection<String> names) throws UnreadableException {
        List<ExperimentModel> models = new ArrayList<>();
        Set<ClassName> emitters = new HashSet<>();
        for (String name : names) {
            Optional<TypeElement> type = compilation.type(name);
            if (type.isPresent()) {
                // Two of one name in one package have one emitter, which is reported where it is made.
                experiment(type.get())
                        .filter(model -> emitters.add(model.emitter()))
                        .ifPresent(models::add);
            }
        }
        return models;
    }

    /** The same, without those that the compiler itself refuses. */
    List<ExperimentModel> readableExperiments(Collection<String> names) {
        List<ExperimentModel> models = new ArrayList<>();
        for (String name : names) {
            models.addAll(readable(name));
        }
        return models;
    }

    private List<ExperimentModel> readable(String name) {
        try {
            return experiments(List.of(name));
        } catch (UnreadableException refused) {
            // The compiler says what is missing.
            return List.of();
        }
    }

    private Optional<ExperimentModel> experiment(TypeElement type) throws UnreadableException {
        try {
            return new ExperimentCheck(new Problems()).check(reader.read(type));
        } catch (RuntimeException | LinkageError | StackOverflowError reportedElsewhere) {
            return Optional.empty();
        }
    }

    /** Makes sure that the applications, and what they include, can be read. */
    void read(Collection<String> applications) throws UnreadableException {
        for (String name : applications) {
            Optional<TypeElement> type = compilation.type(name);
            if (type.isPresent()) {
                for (Given<String> included : applicationReader.read(type.get()).include()) {
                    readIncluded(included);
                }
            }
        }
    }

    private void readIncluded(Given<String> included) throws UnreadableException {
        Optional<TypeElement> type = compilation.type(included.value());
        if (type.isPresent() && reader.isExperiment(type.get())) {
            reader.read(type.get(), included.place());
        }
    }

    void checkNames(List<ExperimentModel> own) {
        Problems problems = new Problems();
        new CatalogCheck(problems).checkNames(own);
        compilation.reports().show(problems);
    }

    /** Writes the facade, and keeps the catalog for the last round. */
    void makeFacade(TypeElement type, List<ExperimentModel> own) {
        Problems problems = new Problems();
        try {
            ApplicationDeclaration declaration = applicationReader.read(type);
            new ApplicationCheck(problems).check(declaration);
            List<ExperimentModel> all = new ArrayList<>(own);
            all.addAll(included(declaration, own, problems));
            check(declaration, all, problems);
            if (problems.isEmpty()) {
                write(ApplicationCheck.model(declaration, all), declaration, type, problems);
            }
        } catch (UnreadableException | IOException | RuntimeException | LinkageError | StackOverflowError failure) {
            compilation.reportFailure(type, failure);
        }
        compilation.reports().show(problems);
    }

    private void check(ApplicationDeclaration declaration, List<ExperimentModel> all, Problems problems) {
        String name = declaration.name().value();
        String className = declaration.type().name().canonicalName();
        String other = applicationNames.putIfAbsent(name, className);
        if (other != null) {
            problems.report(Diagnostic.DUPLICATE_APPLICATION, declaration.name().place(), name, other, className);
        }
        CatalogCheck check = new CatalogCheck(problems);
        check.checkNames(all);
        check.checkMethods(all, declaration.type().name().packageName());
        check.checkBits(all, declaration.maxBits().value());
    }

    private List<ExperimentModel> included(
            ApplicationDeclaration declaration, List<ExperimentModel> own, Problems problems)
            throws UnreadableException {
        List<String> known = new ArrayList<>(own.stream()
                .map(experiment -> experiment.record().name().canonicalName())
                .toList());
        List<ExperimentModel> models = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Given<String> included : declaration.include()) {
            if (!names.add(included.value())) {
                problems.report(Diagnostic.DUPLICATE_INCLUDE, included.place(), included.value());
            } else if (!known.contains(included.value())) {
                known.add(included.value());
                included(included, problems).ifPresent(models::add);
            }
        }
        return models;
    }

    private Optional<ExperimentModel> included(Given<String> name, Problems problems) throws UnreadableException {
        Optional<TypeElement> type = compilation.type(name.value());
        if (type.isEmpty() || !reader.isExperiment(type.get())) {
            problems.report(Diagnostic.NOT_AN_EXPERIMENT, name.place(), name.value());
            return Optional.empty();
        }
        if (compilation.isSource(type.get())) {
            return Optional.empty();
        }
        Optional<ExperimentModel> model = new ExperimentCheck(problems).check(reader.read(type.get(), name.place()));
        if (model.isPresent()
                && compilation.type(model.get().emitter().canonicalName()).isEmpty()) {
            problems.report(
                    Diagnostic.NO_EMITTER,
                    name.place(),
                    name.value(),
                    model.get().emitter().simpleName());
        }
        return model;
    }

    private void write(ApplicationModel model, ApplicationDeclaration declaration, TypeElement type, Problems problems)
            throws IOException {
        CatalogFiles files = new CatalogFiles(model.catalog());
        FacadeGenerator generator = new FacadeGenerator(compilation.mark(ApplicationProcessor.class, type));
        Optional<String> taken =
                sources.write(model.facade().packageName(), generator.generate(model, files.digest()), type);
        if (taken.isPresent()) {
            problems.report(
                    Diagnostic.GENERATED_NAME_TAKEN,
                    declaration.place(),
                    model.facade().canonicalName(),
                    model.type().name().canonicalName(),
                    taken.get());
        } else {
            catalogs.put(model.type().name().canonicalName(), files);
            reportPartial(model, declaration, problems);
        }
    }

    /** Notes what was compiled into the same folder before, and is not known now: a build of a part of the module. */
    private void reportPartial(ApplicationModel model, ApplicationDeclaration declaration, Problems problems) {
        Set<String> known = new HashSet<>();
        model.experiments().forEach(experiment -> known.add(experiment.entry().type()));
        String missing = earlier.experiments(declaration.name().value()).stream()
                .filter(type -> !known.contains(type))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.report(
                    Diagnostic.PARTIAL_COMPILATION,
                    declaration.place(),
                    declaration.name().value(),
                    missing);
        }
    }

    /** Writes the catalogs, in the last round. */
    void writeCatalogs() {
        catalogs.forEach((name, files) -> compilation.type(name).ifPresent(type -> {
            try {
                resources.writeCatalog(files.application(), "catalog.json", files.json(), type);
                resources.writeCatalog(files.application(), "catalog.md", files.markdown(), type);
            } catch (IOException | RuntimeException failure) {
                compilation.reportFailure(type, failure);
            }
        }));
    }

    /** Reports what an included experiment lacks: the compiler, which does not compile it, would not. */
    void reportMissing(Collection<String> applications) {
        Problems problems = new Problems();
        for (String name : applications) {
            compilation.type(name).ifPresent(type -> reportMissing(type, problems));
        }
        compilation.reports().show(problems);
    }

    private void reportMissing(TypeElement application, Problems problems) {
        try {
            for (Given<String> included : applicationReader.read(application).include()) {
                try {
                    readIncluded(included);
                } catch (UnreadableException missing) {
                    if (compilation
                            .type(included.value())
                            .filter(compilation::isSource)
                            .isEmpty()) {
                        problems.report(Diagnostic.MISSING_TYPE, included.place(), included.value(), missing.what());
                    }
                }
            }
        } catch (UnreadableException refused) {
            // The annotation itself does not compile, and the compiler says so.
            return;
        }
    }
}
