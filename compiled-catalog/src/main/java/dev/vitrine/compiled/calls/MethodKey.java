package dev.vitrine.compiled.calls;

import org.objectweb.asm.Handle;

/**
 * A method, as class files name it.
 *
 * @param owner the internal name of its class
 * @param name its name
 * @param descriptor its descriptor
 */
record MethodKey(String owner, String name, String descriptor) {
    static MethodKey of(Handle handle) {
        return new MethodKey(handle.getOwner(), handle.getName(), handle.getDesc());
    }
}
