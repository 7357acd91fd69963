package dev.vitrine.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.Experiment;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A project in a directory: sources that can be changed and compiled again onto what was compiled before. */
final class JavaProject {
    private final Path sources;
    private final Path classes;
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> modulePath = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-encoding", "UTF-8"));
    private final Map<String, Path> files = new LinkedHashMap<>();
    private Supplier<JavaCompiler> compiler = ToolProvider::getSystemJavaCompiler;
    private Supplier<List<Processor>> processors = () -> List.of(new ExperimentProcessor(), new ApplicationProcessor());

    JavaProject(Path directory) throws IOException {
        sources = Files.createDirectories(directory.resolve("src"));
        classes = Files.createDirectories(directory.resolve("classes"));
        classPath.add(runtime());
    }

    /** Where the runtime's classes are. */
    static Path runtime() {
        try {
            return Path.of(Experiment.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The runtime as a jar, which a folder of classes in the reactor is not yet; a module path needs one. */
    static Path runtimeJar(Path directory) throws IOException {
        Path jar = directory.resolve("vitrine.runtime.jar");
        return Files.isDirectory(runtime()) ? Jars.of(jar, runtime()) : Files.copy(runtime(), jar);
    }

    JavaProject with(Path library) {
        classPath.add(library);
        return this;
    }

    /** Compiles as a module, with a library on the module path. */
    JavaProject onModulePath(Path library) {
        modulePath.add(library);
        return this;
    }

    JavaProject option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    JavaProject compiler(Supplier<JavaCompiler> other) {
        compiler = other;
        return this;
    }

    JavaProject processors(Supplier<List<Processor>> others) {
        processors = others;
        return this;
    }

    /** Adds or replaces a source, such as {@code demo/A.java}. */
    JavaProject source(String path, String text) throws IOException {
        Path file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        files.put(path, file);
        return this;
    }

    /** Adds the sources of a folder of the test resources. */
    JavaProject sample(String folder) throws IOException {
        Path root = Path.of("src/test/resources/samples", folder);
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                source(
                        root.getParent().relativize(file).toString().replace(File.separatorChar, '/'),
                        Files.readString(file));
            }
        }
        return this;
    }

    JavaProject delete(String path) throws IOException {
        Files.delete(sources.resolve(path));
        files.remove(path);
        return this;
    }

    Path classes() {
        return classes;
    }

    /** Compiles all sources. */
    Result compile() throws IOException {
        return compile(List.copyOf(files.keySet()));
    }

    Result compileInReverse() throws IOException {
        List<String> reverse = new ArrayList<>(files.keySet());
        Collections.reverse(reverse);
        return compile(reverse);
    }

    /** Compiles some sources; what was compiled before is on the class path, as in incremental builds. */
    Result compile(List<String> paths) throws IOException {
        JavaCompiler java = compiler.get();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        boolean isDone;
        try (StandardJavaFileManager manager = java.getStandardFileManager(messages, null, UTF_8)) {
            List<Path> all = new ArrayList<>(classPath);
            all.add(classes);
            if (modulePath.isEmpty()) {
                manager.setLocationFromPaths(StandardLocation.CLASS_PATH, all);
            } else {
                manager.setLocationFromPaths(StandardLocation.MODULE_PATH, modulePath);
            }
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            manager.setLocationFromPaths(
                    StandardLocation.SOURCE_OUTPUT,
                    List.of(Files.createDirectories(sources.resolveSibling("generated"))));
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(
                    paths.stream().map(files::get).toList());
            JavaCompiler.CompilationTask task = java.getTask(output, manager, messages, options, null, units);
            task.setProcessors(processors.get());
            isDone = task.call();
        }
        return new Result(isDone, messages.getDiagnostics(), output.toString());
    }

    /** The files in a folder of the output, by their path, as text. */
    Map<String, String> outputs(String folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path root = classes.resolve(folder);
        if (Files.exists(root)) {
            try (Stream<Path> found = Files.walk(root)) {
                for (Path file : found.filter(Files::isRegularFile)
                        .sorted(Comparator.naturalOrder())
                        .toList()) {
                    texts.put(
                            root.relativize(file).toString().replace(File.separatorChar, '/'), Files.readString(file));
                }
            }
        }
        return texts;
    }

    /**
     * What a compilation said.
     *
     * @param isDone whether it succeeded
     * @param messages its messages
     * @param output what it printed
     */
    record Result(boolean isDone, List<Diagnostic<? extends JavaFileObject>> messages, String output) {
        List<String> errors() {
            return shown(Diagnostic.Kind.ERROR);
        }

        List<String> warnings() {
            return shown(Diagnostic.Kind.WARNING);
        }

        private List<String> shown(Diagnostic.Kind kind) {
            return messages.stream()
                    .filter(message -> message.getKind() == kind)
                    .map(Result::show)
                    .toList();
        }

        private static String show(Diagnostic<? extends JavaFileObject> message) {
            String file = message.getSource() == null
                    ? ""
                    : Path.of(message.getSource().getName()).getFileName().toString();
            return file + ":" + message.getLineNumber() + ":" + message.getColumnNumber() + " "
                    + message.getMessage(null);
        }

        Result orFail() {
            if (!isDone) {
                throw new AssertionError(
                        String.join("\n", messages.stream().map(Result::show).toList()) + output);
            }
            return this;
        }
    }
}
