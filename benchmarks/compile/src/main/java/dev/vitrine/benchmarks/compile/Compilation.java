package dev.vitrine.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * One way to compile some sources.
 *
 * @param name what the table calls it
 * @param sources the sources, by class name
 * @param options the compiler's options
 * @param processor makes a processor of the benchmark's own; null when the options say which
 */
record Compilation(
        String name,
        Map<String, String> sources,
        List<String> options,
        @Nullable Supplier<? extends Processor> processor) {

    /**
     * What one compilation cost the thread that ran it.
     *
     * @param cpuNanoseconds CPU time
     * @param allocatedBytes bytes allocated
     */
    record Cost(long cpuNanoseconds, long allocatedBytes) {}

    /** Compiles once, for what it costs. */
    Cost run() {
        return compile(output());
    }

    /** Compiles once, for what it writes. */
    InMemoryFiles files() {
        InMemoryFiles files = output();
        compile(files);
        return files;
    }

    private static InMemoryFiles output() {
        return new InMemoryFiles(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, null));
    }

    private Cost compile(InMemoryFiles output) {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (output) {
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((className, text) -> units.add(InMemoryFiles.source(className, text)));
            long cpu = thread.getCurrentThreadCpuTime();
            long allocated = thread.getCurrentThreadAllocatedBytes();
            JavaCompiler.CompilationTask task = compiler.getTask(null, output, diagnostics, options, null, units);
            if (processor != null) {
                task.setProcessors(List.of(processor.get()));
            }
            boolean compiled = task.call();
            Cost cost = new Cost(
                    thread.getCurrentThreadCpuTime() - cpu, thread.getCurrentThreadAllocatedBytes() - allocated);
            if (!compiled) {
                throw new IllegalStateException(name + " does not compile: " + diagnostics.getDiagnostics());
            }
            return cost;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
