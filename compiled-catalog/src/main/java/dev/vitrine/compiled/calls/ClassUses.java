package dev.vitrine.compiled.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What one class uses, and in which of its methods: calls, method references, fields, supertypes. */
final class ClassUses extends ClassVisitor {
    /**
     * A use of a member.
     *
     * @param within the method whose bytecode holds it
     * @param line the line; 0 when the class file does not say
     * @param target the member
     */
    record Use(MethodKey within, int line, MethodKey target) {}

    private final List<Use> uses = new ArrayList<>();
    private final List<String> supertypes = new ArrayList<>();
    private final Map<MethodKey, MethodKey> lambdas = new HashMap<>();
    private String name = "";
    private String sourceFile = "";

    ClassUses() {
        super(Opcodes.ASM9);
    }

    String name() {
        return name;
    }

    String sourceFile() {
        return sourceFile;
    }

    List<String> supertypes() {
        return supertypes;
    }

    List<Use> uses() {
        return uses;
    }

    /** The method in which this one was written: itself, unless it is the body of a lambda. */
    MethodKey written(MethodKey method) {
        MethodKey enclosing = method;
        // A lambda's body may stand in another lambda's; the bound is for class files that no compiler wrote.
        for (int depth = 0; depth <= lambdas.size(); depth++) {
            MethodKey outer = lambdas.get(enclosing);
            if (outer == null) {
                return enclosing;
            }
            enclosing = outer;
        }
        return method;
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
        if (superName != null) {
            supertypes.add(superName);
        }
        if (interfaces != null) {
            supertypes.addAll(List.of(interfaces));
        }
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        sourceFile = source == null ? "" : source;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodUses(new MethodKey(name, method, descriptor));
    }

    private final class MethodUses extends MethodVisitor {
        private final MethodKey method;
        private int line;

        MethodUses(MethodKey method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            this.line = line;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            use(new MethodKey(owner, name, descriptor));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            use(new MethodKey(owner, name, descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... bootstrapArguments) {
            arguments(bootstrapArguments);
        }

        @Override
        public void visitLdcInsn(Object value) {
            arguments(value);
        }

        private void arguments(Object... values) {
            for (Object value : values) {
                if (value instanceof Handle handle) {
                    use(MethodKey.of(handle));
                } else if (value instanceof ConstantDynamic dynamic) {
                    for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                        arguments(dynamic.getBootstrapMethodArgument(i));
                    }
                }
            }
        }

        private void use(MethodKey target) {
            if (target.owner().equals(ClassUses.this.name) && target.name().startsWith("lambda$")) {
                lambdas.put(target, method);
            } else {
                uses.add(new Use(method, line, target));
            }
        }
    }
}
