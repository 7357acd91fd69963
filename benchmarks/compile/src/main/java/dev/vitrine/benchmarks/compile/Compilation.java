package dev.vitrine.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * One way to compile some sources.
 *
 * @param name what the table calls it
 * @param sources the sources, by class name
 * @param options the compiler's options
 */
record Compilation(String name, Map<String, String> sources, List<String> options) {

    /**
     * What one compilation cost the thread that ran it.
     *
     * @param cpuNanoseconds CPU time
     * @param allocatedBytes bytes allocated
     * @param generated the sources that processors have generated
     */
    record Cost(long cpuNanoseconds, long allocatedBytes, Map<String, String> generated) {}

    /** Compiles once. */
    Cost run() {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (InMemoryFiles files =
                new InMemoryFiles(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((className, text) -> units.add(InMemoryFiles.source(className, text)));
            long cpu = thread.getCurrentThreadCpuTime();
            long allocated = thread.getCurrentThreadAllocatedBytes();
            boolean compiled =
                    compiler.getTask(null, files, diagnostics, options, null, units).call();
            Cost cost = new Cost(
                    thread.getCurrentThreadCpuTime() - cpu,
                    thread.getCurrentThreadAllocatedBytes() - allocated,
                    files.generatedSources());
            if (!compiled) {
                throw new IllegalStateException(name + " does not compile: " + diagnostics.getDiagnostics());
            }
            return cost;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
