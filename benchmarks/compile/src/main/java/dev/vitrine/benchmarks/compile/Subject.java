package dev.vitrine.benchmarks.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/**
 * A processor on its sources, and beside it what the compiler would cost alone: the same sources with those that the
 * processor generates, under {@code -proc:none}.
 *
 * @param name what the table calls it
 * @param processing the compilation with the processor
 * @param alone the compilation of all that is compiled, without it
 */
record Subject(String name, Compilation processing, Compilation alone) {

    /** A processor that is found in the jars of a processor path. */
    static Subject of(String name, Map<String, String> sources, String classPath, String processorPath) {
        return of(new Compilation(
                name, sources, List.of("-nowarn", "-cp", classPath, "--processor-path", processorPath), null));
    }

    /** A processor of this benchmark's own. */
    static Subject of(
            String name, Map<String, String> sources, String classPath, Supplier<? extends Processor> processor) {
        return of(new Compilation(name, sources, List.of("-nowarn", "-cp", classPath), processor));
    }

    private static Subject of(Compilation processing) {
        Map<String, String> all = new LinkedHashMap<>(processing.sources());
        all.putAll(processing.files().generatedSources());
        List<String> options = new ArrayList<>(processing.options().subList(0, 3));
        options.add("-proc:none");
        return new Subject(
                processing.name(), processing, new Compilation(processing.name() + ", -proc:none", all, options, null));
    }
}
