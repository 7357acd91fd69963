package dev.vitrine.compiled.calls;

import dev.vitrine.compiled.ClassFile;
import dev.vitrine.compiled.ClassRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** Finds the places that emit experiments, and hand-written code that uses what is for generated code alone. */
public final class CallSiteScanner {
    private static final byte[] MARK = BindingInterface.GENERATED.getBytes(StandardCharsets.US_ASCII);

    private final GeneratedMembers generated = new GeneratedMembers();
    private final SortedSet<CallSite> callSites = new TreeSet<>();
    private final SortedSet<HandWrittenCaller> handWritten = new TreeSet<>();

    private CallSiteScanner() {}

    /**
     * Reads the classes of all roots together, since a call may stand in another root than what it calls.
     *
     * @throws IOException if a root cannot be read, or holds a class file that is none; the message names it
     */
    public static CallSites scan(List<ClassRoot> roots) throws IOException {
        CallSiteScanner scanner = new CallSiteScanner();
        for (ClassRoot root : roots) {
            scanner.readGenerated(root);
        }
        for (ClassRoot root : roots) {
            scanner.readUses(root);
        }
        return new CallSites(List.copyOf(scanner.callSites), List.copyOf(scanner.handWritten));
    }

    private void readGenerated(ClassRoot root) throws IOException {
        for (String name : root.list("", ".class")) {
            byte[] bytes = root.read(name).orElseThrow();
            if (contains(bytes, MARK)) {
                generated.add(ClassFile.of(root, name, bytes));
            }
        }
    }

    private void readUses(ClassRoot root) throws IOException {
        // The runtime uses its own interface, also inside a shaded jar.
        boolean holdsRuntime = root.contains(BindingInterface.witness());
        for (String name : root.list("", ".class")) {
            if (holdsRuntime && name.startsWith("dev/vitrine/")) {
                continue;
            }
            ClassFile file = ClassFile.of(root, name, root.read(name).orElseThrow());
            if (!generated.isGenerated(file.internalName()) && file.mentions(this::isOfInterest)) {
                ClassUses uses = new ClassUses();
                file.accept(uses, ClassReader.SKIP_FRAMES);
                add(uses);
            }
        }
    }

    private boolean isOfInterest(String owner) {
        return BindingInterface.isMentionWorthALook(owner) || generated.hasEmittingMethod(owner);
    }

    private void add(ClassUses uses) {
        String type = uses.name().replace('/', '.');
        for (String supertype : uses.supertypes()) {
            if (BindingInterface.isReservedSupertype(supertype)) {
                handWritten.add(new HandWrittenCaller(type, "", uses.sourceFile(), 0, supertype.replace('/', '.')));
            }
        }
        for (ClassUses.Use use : uses.uses()) {
            String method = uses.written(use.within()).name();
            MethodKey target = use.target();
            String experiment = generated.experiment(target);
            if (experiment != null) {
                callSites.add(new CallSite(experiment, type, method, uses.sourceFile(), use.line()));
            } else if (BindingInterface.isReserved(target.owner(), target.name())) {
                String member = target.owner().replace('/', '.') + '.' + target.name();
                handWritten.add(new HandWrittenCaller(type, method, uses.sourceFile(), use.line(), member));
            }
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int start = 0; start <= bytes.length - wanted.length; start++) {
            int length = 0;
            while (length < wanted.length && bytes[start + length] == wanted[length]) {
                length++;
            }
            if (length == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
