package dev.vitrine.compiled;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The classes that carry Vitrine's annotations, read from class files: what the compiler plug-in should have seen.
 *
 * @param experiments the records with {@code @Experiment}, by binary name
 * @param applications the classes with {@code @AnalyticsApplication}
 */
public record AnnotatedTypes(List<String> experiments, List<Application> applications) {

    /**
     * A class with {@code @AnalyticsApplication}.
     *
     * @param type its binary name
     * @param name the application's name
     */
    public record Application(String type, String name) {}

    /** Copies the lists. */
    public AnnotatedTypes {
        experiments = List.copyOf(experiments);
        applications = List.copyOf(applications);
    }

    /** Reads the classes of a root. */
    public static AnnotatedTypes read(ClassRoot root) throws IOException {
        List<String> experiments = new ArrayList<>();
        List<Application> applications = new ArrayList<>();
        for (String name : root.list("", ".class")) {
            byte[] bytes = root.read(name).orElseThrow();
            ClassFile.of(root, name, bytes)
                    .accept(
                            new Annotations(experiments, applications),
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return new AnnotatedTypes(experiments, applications);
    }

    private static final class Annotations extends ClassVisitor {
        private final List<String> experiments;
        private final List<Application> applications;
        private String type = "";

        Annotations(List<String> experiments, List<Application> applications) {
            super(Opcodes.ASM9);
            this.experiments = experiments;
            this.applications = applications;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            type = name.replace('/', '.');
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (descriptor.equals("Ldev/vitrine/Experiment;")) {
                experiments.add(type);
            } else if (descriptor.equals("Ldev/vitrine/AnalyticsApplication;")) {
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String member, Object value) {
                        if (member.equals("name")) {
                            applications.add(new Application(type, value.toString()));
                        }
                    }
                };
            }
            return null;
        }
    }
}
