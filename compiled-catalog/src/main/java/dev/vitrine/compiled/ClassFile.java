package dev.vitrine.compiled;

import java.io.IOException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

/** A class file, whose every mistake comes out as an {@link IOException} that names it. */
public final class ClassFile {
    private static final int CONSTANT_CLASS = 7;

    private final String place;
    private final ClassReader reader;

    private ClassFile(String place, ClassReader reader) {
        this.place = place;
        this.reader = reader;
    }

    /** Takes the bytes of the file {@code name} in {@code root}. */
    public static ClassFile of(ClassRoot root, String name, byte[] bytes) throws IOException {
        String place = name + " in " + root;
        return new ClassFile(place, reading(place, () -> new ClassReader(bytes)));
    }

    /** The class's internal name. */
    public String internalName() throws IOException {
        return reading(place, reader::getClassName);
    }

    /** Shows the class to a visitor; {@code options} are those of {@link ClassReader#accept}. */
    public void accept(ClassVisitor visitor, int options) throws IOException {
        reading(place, () -> {
            reader.accept(visitor, options);
            return visitor;
        });
    }

    /** Whether the constant pool names a class that the predicate holds for: much cheaper than to read the code. */
    public boolean mentions(Predicate<String> internalNames) throws IOException {
        return reading(place, () -> {
            char[] buffer = new char[reader.getMaxStringLength()];
            for (int i = 1; i < reader.getItemCount(); i++) {
                int offset = reader.getItem(i);
                if (offset > 0
                        && reader.readByte(offset - 1) == CONSTANT_CLASS
                        && internalNames.test(reader.readUTF8(offset, buffer))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** ASM answers a malformed file with whatever exception its next step runs into. */
    private static <T> T reading(String place, Supplier<T> step) throws IOException {
        try {
            return step.get();
        } catch (RuntimeException malformed) {
            throw new IOException(place + " is no class file that can be read: " + malformed, malformed);
        }
    }
}
