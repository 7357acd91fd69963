package dev.vitrine.compiled.calls;

import dev.vitrine.compiled.ClassFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The generated classes, and which of their methods emit which experiment. */
final class GeneratedMembers {
    private final Set<String> classes = new HashSet<>();
    private final Set<String> emitting = new HashSet<>();
    private final Map<MethodKey, String> experiments = new HashMap<>();

    /** Takes in a class, if it is a generated one. */
    void add(ClassFile file) throws IOException {
        file.accept(new MarkedClass(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** Whether the class of this internal name was generated. */
    boolean isGenerated(String internalName) {
        return classes.contains(internalName);
    }

    /** Whether the class of this internal name has a method that emits. */
    boolean hasEmittingMethod(String internalName) {
        return emitting.contains(internalName);
    }

    /** The id of the experiment that this method emits; null when it emits none. */
    @Nullable
    String experiment(MethodKey method) {
        return experiments.get(method);
    }

    private final class MarkedClass extends ClassVisitor {
        private String name = "";
        private boolean generated;

        MarkedClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            this.name = name;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (descriptor.equals(BindingInterface.GENERATED)) {
                generated = true;
                classes.add(name);
            }
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return generated ? new MarkedMethod(new MethodKey(name, method, descriptor)) : null;
        }
    }

    private final class MarkedMethod extends MethodVisitor {
        private final MethodKey method;

        MarkedMethod(MethodKey method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (!descriptor.equals(BindingInterface.EMITS)) {
                return null;
            }
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String member, Object value) {
                    emitting.add(method.owner());
                    experiments.put(method, value.toString());
                }
            };
        }
    }
}
