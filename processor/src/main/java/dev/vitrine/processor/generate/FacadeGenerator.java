package dev.vitrine.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import dev.vitrine.processor.model.ApplicationModel;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.model.FieldModel;
import dev.vitrine.processor.model.MethodNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the one object that an application holds: its typed methods, and its catalog's outline. */
public final class FacadeGenerator {
    private final GeneratedMark mark;

    /** Marks what it generates with {@code mark}. */
    public FacadeGenerator(GeneratedMark mark) {
        this.mark = mark;
    }

    /** The facade; {@code digest} is that of {@code catalog.json}. */
    public TypeSpec generate(ApplicationModel application, String digest) {
        ClassName facade = application.facade();
        List<ExperimentModel> visible = application.experiments().stream()
                .filter(experiment -> experiment.isVisibleFrom(facade.packageName()))
                .toList();
        TypeSpec.Builder type = mark.on(TypeSpec.classBuilder(facade))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeTypes.ANALYTICS)
                .addJavadoc(
                        "What {@code $L} collects, and only with the user's consent. Safe for use by several threads.\n",
                        application.catalog().application().name())
                .addField(FieldSpec.builder(
                                RuntimeTypes.APPLICATION_TYPE,
                                "APPLICATION",
                                Modifier.PRIVATE,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer(ApplicationCode.of(application, digest))
                        .build())
                .addField(FieldSpec.builder(EmittersCode.nameIn(facade), "emitters", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addField(FieldSpec.builder(events(facade), "events", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(constructor(facade))
                .addMethod(open(facade))
                .addMethod(MethodSpec.methodBuilder("events")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("The events, one method for each.\n")
                        .returns(events(facade))
                        .addStatement("return this.events")
                        .build());
        visible.forEach(experiment -> type.addMethod(emit(experiment)));
        return type.addType(events(facade, visible))
                .addType(EmittersCode.of(facade, visible))
                .addType(ApplicationCode.outline(facade, application))
                .addType(ApplicationCode.experiments(facade, application))
                .build();
    }

    private static ClassName events(ClassName facade) {
        return facade.nestedClass("Events");
    }

    private static MethodSpec constructor(ClassName facade) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.ANALYTICS_OPTIONS, "options")
                .addStatement("super(APPLICATION, options)")
                .addStatement("this.emitters = new $T(this)", EmittersCode.nameIn(facade))
                .addStatement("this.events = new $T(this, this.emitters)", events(facade))
                .build();
    }

    private static MethodSpec open(ClassName facade) {
        return MethodSpec.methodBuilder("open")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Opens it: reads what the user decided, and nothing else. Throws nothing.\n")
                .addParameter(RuntimeTypes.ANALYTICS_OPTIONS, "options")
                .returns(facade)
                .addStatement("return new $T(options)", facade)
                .build();
    }

    private static MethodSpec emit(ExperimentModel experiment) {
        return MethodSpec.methodBuilder("emit")
                .addAnnotation(emits(experiment))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Records an event. Never throws and never blocks.\n")
                .addParameter(experiment.record().name(), "event")
                .addCode(NeverThrows.around(
                        CodeBlock.builder()
                                .beginControlFlow("if (isRecording())")
                                .addStatement("this.emitters.$N().emit(event)", MethodNames.of(experiment))
                                .endControlFlow()
                                .build(),
                        "unrecorded"))
                .build();
    }

    private static TypeSpec events(ClassName facade, List<ExperimentModel> experiments) {
        TypeSpec.Builder events = TypeSpec.classBuilder(events(facade))
                .addAnnotation(RuntimeTypes.GENERATED_BINDING)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "One method for each event. None throws, none blocks, and without consent none does anything.\n")
                .addField(facade, "analytics", Modifier.PRIVATE, Modifier.FINAL)
                .addField(EmittersCode.nameIn(facade), "emitters", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(facade, "analytics")
                        .addParameter(EmittersCode.nameIn(facade), "emitters")
                        .addStatement("this.analytics = analytics")
                        .addStatement("this.emitters = emitters")
                        .build());
        experiments.forEach(experiment -> events.addMethod(event(experiment)));
        return events.build();
    }

    private static MethodSpec event(ExperimentModel experiment) {
        String name = MethodNames.of(experiment);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(emits(experiment))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", Literals.javadoc(experiment.entry().question()));
        for (FieldModel field : experiment.fields()) {
            method.addParameter(field.javaType(), field.component());
            method.addJavadoc(
                    "\n@param $L $L",
                    field.component(),
                    Literals.javadoc(field.field().description()));
        }
        NameAllocator names = new NameAllocator();
        List<String> components =
                experiment.fields().stream().map(FieldModel::component).toList();
        components.forEach(names::newName);
        CodeBlock statements = CodeBlock.builder()
                .beginControlFlow("if (this.analytics.isRecording())")
                .addStatement("this.emitters.$N().emit($L)", name, String.join(", ", components))
                .endControlFlow()
                .build();
        return method.addCode(NeverThrows.around(statements, names.newName("unrecorded")))
                .build();
    }

    private static AnnotationSpec emits(ExperimentModel experiment) {
        return AnnotationSpec.builder(RuntimeTypes.EMITS)
                .addMember(
                        "value",
                        CodeBlock.of("$L", Literals.of(experiment.entry().id())))
                .build();
    }
}
