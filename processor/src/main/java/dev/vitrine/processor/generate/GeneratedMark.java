package dev.vitrine.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;

/**
 * What stands on every top-level class that is generated: who made it, and which warnings do not concern its reader.
 *
 * @param processor the name of the processor
 * @param isGeneratedVisible whether the JDK's {@code @Generated} can be named, which a module without {@code
 *     java.compiler} cannot
 */
public record GeneratedMark(String processor, boolean isGeneratedVisible) {
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    /** Puts the annotations on a top-level class. */
    TypeSpec.Builder on(TypeSpec.Builder type) {
        if (isGeneratedVisible) {
            type.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", processor)
                    .build());
        }
        // A record may be deprecated, and may be less visible than its emitter: neither is a mistake of this class.
        return type.addAnnotation(RuntimeTypes.GENERATED_BINDING)
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "{$S, $S, $S}", "deprecation", "removal", "exports")
                        .build());
    }
}
