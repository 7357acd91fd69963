package dev.vitrine.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.model.MethodNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what makes each emitter when it is first needed: a run without consent loads none of them. */
final class EmittersCode {
    private EmittersCode() {}

    static ClassName nameIn(ClassName facade) {
        return facade.nestedClass("Emitters");
    }

    static TypeSpec of(ClassName facade, List<ExperimentModel> experiments) {
        TypeSpec.Builder type = TypeSpec.classBuilder(nameIn(facade))
                .addAnnotation(RuntimeTypes.GENERATED_BINDING)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(facade, "analytics", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(facade, "analytics")
                        .addStatement("this.analytics = analytics")
                        .build());
        for (ExperimentModel experiment : experiments) {
            String name = MethodNames.of(experiment);
            ClassName emitter = experiment.emitter();
            type.addField(emitter, field(name), Modifier.PRIVATE, Modifier.VOLATILE);
            type.addMethod(MethodSpec.methodBuilder(name)
                    .returns(emitter)
                    .addStatement("$T known = this.$N", emitter, field(name))
                    .beginControlFlow("if (known == null)")
                    .beginControlFlow("synchronized (this)")
                    .addStatement("known = this.$N", field(name))
                    .beginControlFlow("if (known == null)")
                    .addStatement("known = new $T(this.analytics)", emitter)
                    .addStatement("this.$N = known", field(name))
                    .endControlFlow()
                    .endControlFlow()
                    .endControlFlow()
                    .addStatement("return known")
                    .build());
        }
        return type.build();
    }

    /** No experiment's field can be the one named {@code analytics}. */
    private static String field(String method) {
        return method + "Emitter";
    }
}
