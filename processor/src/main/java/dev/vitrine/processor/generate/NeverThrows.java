package dev.vitrine.processor.generate;

import com.palantir.javapoet.CodeBlock;

/** What a program calls to record an event must not throw, whatever is missing or full: the event is lost then. */
final class NeverThrows {
    private NeverThrows() {}

    /** The statements, and a catch around them that is called {@code caught}. */
    static CodeBlock around(CodeBlock statements, String caught) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(statements)
                .nextControlFlow("catch ($T $N)", Throwable.class, caught)
                .add("// Nothing that happens here may harm the program: the event is lost.\n")
                .endControlFlow()
                .build();
    }
}
