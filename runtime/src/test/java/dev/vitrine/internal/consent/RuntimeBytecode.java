package dev.vitrine.internal.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The classes of the runtime, as far as who calls whom; names as in class files. */
final class RuntimeBytecode {
    private final Map<Method, Set<Call>> calls = new HashMap<>();
    private final Map<String, Set<String>> texts = new HashMap<>();

    /** A method of the runtime. */
    record Method(String owner, String name, String descriptor, boolean isPrivate) {}

    /** A call of a method, or a reference to it. */
    record Call(String owner, String name, String descriptor) {}

    /** Reads every class that lies where the gate's class does. */
    static RuntimeBytecode read() {
        RuntimeBytecode bytecode = new RuntimeBytecode();
        try {
            Path root = Path.of(Gate.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    bytecode.read(new ClassReader(Files.readAllBytes(file)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException noFolder) {
            throw new IllegalStateException(noFolder);
        }
        if (bytecode.calls.size() < 200) {
            throw new IllegalStateException("only " + bytecode.calls.size() + " methods: this is not the runtime");
        }
        return bytecode;
    }

    /** The classes in which such a call stands. */
    Set<String> classesThatCall(Predicate<Call> call) {
        Set<String> classes = new TreeSet<>();
        calls.forEach((method, made) -> {
            if (made.stream().anyMatch(call)) {
                classes.add(method.owner());
            }
        });
        return classes;
    }

    /** The classes that hold this text as a constant. */
    Set<String> classesWithText(String text) {
        Set<String> classes = new TreeSet<>();
        texts.forEach((owner, held) -> {
            if (held.contains(text)) {
                classes.add(owner);
            }
        });
        return classes;
    }

    /** The methods of a class. */
    List<Method> methodsOf(String owner) {
        return calls.keySet().stream()
                .filter(method -> method.owner().equals(owner))
                .toList();
    }

    /** Whether a method makes such a call, itself or by way of other methods of its class. */
    boolean reaches(Method method, Predicate<Call> call) {
        Set<Method> seen = new HashSet<>();
        List<Method> next = new ArrayList<>(List.of(method));
        while (!next.isEmpty()) {
            Method current = next.remove(next.size() - 1);
            if (seen.add(current)) {
                if (calls.get(current).stream().anyMatch(call)) {
                    return true;
                }
                for (Method other : methodsOf(method.owner())) {
                    if (calls.get(current).contains(new Call(other.owner(), other.name(), other.descriptor()))) {
                        next.add(other);
                    }
                }
            }
        }
        return false;
    }

    private void read(ClassReader reader) {
        String owner = reader.getClassName();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        Set<Call> made = new HashSet<>();
                        boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
                        calls.put(new Method(owner, name, descriptor, isPrivate), made);
                        return new Calls(made, texts.computeIfAbsent(owner, none -> new HashSet<>()));
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private static final class Calls extends MethodVisitor {
        private final Set<Call> made;
        private final Set<String> held;

        Calls(Set<Call> made, Set<String> held) {
            super(Opcodes.ASM9);
            this.made = made;
            this.held = held;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            made.add(new Call(owner, name, descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    made.add(new Call(handle.getOwner(), handle.getName(), handle.getDesc()));
                }
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                held.add(text);
            }
        }
    }
}
