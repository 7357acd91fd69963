package dev.vitrine.catalog;

import com.sun.management.OperatingSystemMXBean;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.markdown.CatalogMarkdown;
import dev.vitrine.catalog.merge.CatalogMerge;
import dev.vitrine.catalog.merge.Fragment;
import dev.vitrine.catalog.page.CatalogPage;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Measures what merging, checking and rendering the experiments of many jars costs: the CPU time of the thread that does
 * it, and that of the whole process, with the JVM's start, its compiler and its collector.
 *
 * <p>First {@code CatalogScale prepare <folder>} writes 100 jars of 100 fragments each, and the catalog that they make;
 * then {@code java -Xmx512m … CatalogScale measure <folder>} does the work.
 */
public final class CatalogScale {
    private static final int JARS = 100;
    private static final int EXPERIMENTS_PER_JAR = 100;

    private CatalogScale() {}

    /** Runs one of the two steps. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("prepare")) {
            prepare(folder);
        } else {
            measure(folder);
        }
    }

    private static void prepare(Path folder) throws Exception {
        Files.createDirectories(folder);
        RandomExperiments random = new RandomExperiments(1);
        List<Fragment> all = new ArrayList<>();
        for (int jar = 0; jar < JARS; jar++) {
            Path file = folder.resolve("module-" + jar + ".jar");
            try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(file))) {
                for (int i = 0; i < EXPERIMENTS_PER_JAR; i++) {
                    Experiment experiment = random.next("module-" + jar + "-experiment-" + i);
                    all.add(new Fragment(experiment, file.toString()));
                    entries.putNextEntry(new JarEntry("META-INF/vitrine/experiments/" + experiment.type() + ".json"));
                    entries.write(CatalogJsonWriter.write(experiment));
                    entries.closeEntry();
                }
            }
        }
        Catalog frame = new RandomExperiments(2).catalog(0);
        Files.write(folder.resolve("frame.json"), CatalogJsonWriter.write(frame));
        Files.write(folder.resolve("catalog.json"), CatalogJsonWriter.write(CatalogMerge.merge(frame, all)));
    }

    private static void measure(Path folder) throws Exception {
        CatalogJsonReader reader = new CatalogJsonReader("catalog.json");
        List<Fragment> fragments = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.naturalOrder())
                    .forEach(jar -> fragments.addAll(fragments(jar)));
        }
        Catalog frame = reader.readCatalog(Files.readAllBytes(folder.resolve("frame.json")));
        Catalog merged = CatalogMerge.merge(frame, fragments);
        byte[] json = CatalogJsonWriter.write(merged);
        boolean equal = Arrays.equals(json, Files.readAllBytes(folder.resolve("catalog.json")));
        int markdown = CatalogMarkdown.write(merged).length;
        int page = CatalogPage.write(merged, Map.of()).length;
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "%d experiments; equal: %b; JSON %d kB, Markdown %d kB, HTML %d kB; CPU of this thread %.2f s, of the process with its compiler threads %.2f s; heap limit %d MB%n",
                merged.experiments().size(),
                equal,
                json.length / 1024,
                markdown / 1024,
                page / 1024,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9,
                system.getProcessCpuTime() / 1e9,
                Runtime.getRuntime().maxMemory() / (1024 * 1024));
    }

    private static List<Fragment> fragments(Path jar) {
        List<Fragment> fragments = new ArrayList<>();
        CatalogJsonReader reader = new CatalogJsonReader(jar.toString());
        try (JarFile entries = new JarFile(jar.toFile())) {
            for (JarEntry entry : entries.stream().toList()) {
                fragments.add(new Fragment(
                        reader.readExperiment(entries.getInputStream(entry).readAllBytes()), jar.toString()));
            }
            return fragments;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
