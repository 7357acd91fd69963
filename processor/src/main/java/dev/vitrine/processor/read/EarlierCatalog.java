package dev.vitrine.processor.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What an earlier compilation into the same folder left there. It is only compared with, never merged: an entry of
 * yesterday's catalog proves nothing about today's classes.
 */
public final class EarlierCatalog {
    private final Filer filer;
    private final Elements elements;
    private final AnnotationReader annotations;
    private final Predicate<TypeElement> isCompiledNow;

    /** Reads with the compiler's own tools; {@code isCompiledNow} tells top-level classes in source from class files. */
    public EarlierCatalog(ProcessingEnvironment environment, Predicate<TypeElement> isCompiledNow) {
        this.isCompiledNow = isCompiledNow;
        this.filer = environment.getFiler();
        this.elements = environment.getElementUtils();
        this.annotations = new AnnotationReader(elements);
    }

    /**
     * The experiments in an application's earlier catalog whose record and fragment are still in the output, and whose
     * source is not compiled now, by binary name.
     */
    public List<String> experiments(String application) {
        List<String> found = new ArrayList<>();
        for (String type : listed(application)) {
            if (isStillExperiment(type)) {
                found.add(type);
            }
        }
        return found;
    }

    private boolean isStillExperiment(String type) {
        int dot = type.lastIndexOf('.');
        Optional<TypeElement> element = Optional.ofNullable(elements.getTypeElement(type.replace('$', '.')));
        if (element.map(Spot::outermost).filter(isCompiledNow).isPresent()) {
            return false;
        }
        return exists(dot < 0 ? "" : type.substring(0, dot), type.substring(dot + 1) + ".class")
                && exists("", "META-INF/vitrine/experiments/" + type + ".json")
                && element.map(known -> annotations
                                .find(known, "Experiment", new Spot(any -> true, null))
                                .isPresent())
                        .orElse(true);
    }

    private boolean exists(String packageName, String file) {
        try (InputStream found = open(packageName, file)) {
            return found.read() >= 0;
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }

    private List<String> listed(String application) {
        List<String> types = new ArrayList<>();
        try (InputStream file = open("", "META-INF/vitrine/" + application + "/catalog.json");
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            List<String> path = new ArrayList<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isStructStart()) {
                    path.add(String.valueOf(json.streamReadContext().getParent().currentName()));
                } else if (token.isStructEnd()) {
                    path.remove(path.size() - 1);
                } else if (token == JsonToken.VALUE_STRING
                        && path.size() == 3
                        && path.get(1).equals("experiments")
                        && json.currentName().equals("type")) {
                    types.add(json.getString());
                }
            }
            return types;
        } catch (IOException | JacksonException | IllegalArgumentException noneOrNotOurs) {
            return List.of();
        }
    }

    private InputStream open(String packageName, String file) throws IOException {
        return filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, file)
                .openInputStream();
    }
}
