package dev.vitrine.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.model.FieldModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the emitter of an experiment: the typed methods that record its event, and the description of its payload. */
public final class EmitterGenerator {
    private static final String TYPE = "GeneratedType";

    private final GeneratedMark mark;

    /** Marks what it generates with {@code mark}. */
    public EmitterGenerator(GeneratedMark mark) {
        this.mark = mark;
    }

    /** The emitter. */
    public TypeSpec generate(ExperimentModel experiment) {
        ClassName emitter = experiment.emitter();
        ClassName record = experiment.record().name();
        ClassName type = emitter.nestedClass(TYPE);
        return mark.on(TypeSpec.classBuilder(emitter))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "Records {@link $T}, when the user has agreed to it: $L\n",
                        record,
                        Literals.javadoc(experiment.entry().question()))
                .addField(
                        ParameterizedTypeName.get(RuntimeTypes.RECORDER, record),
                        "recorder",
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                "Records for an application; nothing when the application's catalog does not list the"
                                        + " experiment.\n")
                        .addParameter(RuntimeTypes.ANALYTICS, "analytics")
                        .addStatement("this.recorder = analytics.recorder(type())")
                        .build())
                .addMethod(MethodSpec.methodBuilder("type")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc("What the experiment is at run time.\n")
                        .returns(ParameterizedTypeName.get(RuntimeTypes.EXPERIMENT_TYPE, record))
                        .beginControlFlow("try")
                        .addStatement("return $T.INSTANCE", type)
                        .nextControlFlow("catch ($T unusable)", Throwable.class)
                        .addStatement("return $T.unusable()", RuntimeTypes.EXPERIMENT_TYPE)
                        .endControlFlow()
                        .build())
                .addMethod(emitRecord(experiment))
                .addMethod(emitComponents(experiment))
                .addType(type(experiment, type))
                .build();
    }

    private static MethodSpec emitRecord(ExperimentModel experiment) {
        return emit(experiment)
                .addJavadoc("Records an event. Never throws and never blocks.\n")
                .addParameter(experiment.record().name(), "event")
                .addCode(NeverThrows.around(
                        CodeBlock.builder()
                                .beginControlFlow("if (this.recorder.isRecording())")
                                .addStatement("this.recorder.record(event)")
                                .endControlFlow()
                                .build(),
                        "unrecorded"))
                .build();
    }

    private static MethodSpec emitComponents(ExperimentModel experiment) {
        ClassName record = experiment.record().name();
        MethodSpec.Builder method = emit(experiment)
                .addJavadoc(
                        "Records an event, and makes it only when it will be recorded. Never throws and never blocks.\n");
        NameAllocator names = new NameAllocator();
        List<String> components =
                experiment.fields().stream().map(FieldModel::component).toList();
        components.forEach(names::newName);
        experiment.fields().forEach(field -> method.addParameter(field.javaType(), field.component()));
        String event = names.newName("event");
        String refused = names.newName("refused");
        CodeBlock statements = CodeBlock.builder()
                .beginControlFlow("if (!this.recorder.isRecording())")
                .addStatement("return")
                .endControlFlow()
                .addStatement("$T $N", record, event)
                .beginControlFlow("try")
                .addStatement("$N = new $T($L)", event, record, String.join(", ", components))
                .nextControlFlow("catch ($T $N)", Throwable.class, refused)
                .addStatement("this.recorder.refused()")
                .addStatement("return")
                .endControlFlow()
                .addStatement("this.recorder.record($N)", event)
                .build();
        return method.addCode(NeverThrows.around(statements, names.newName("unrecorded")))
                .build();
    }

    private static MethodSpec.Builder emit(ExperimentModel experiment) {
        return MethodSpec.methodBuilder("emit")
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.EMITS)
                        .addMember("value", Literals.of(experiment.entry().id()))
                        .build())
                .addModifiers(Modifier.PUBLIC);
    }

    private static TypeSpec type(ExperimentModel experiment, ClassName type) {
        ClassName record = experiment.record().name();
        FieldCode fields = new FieldCode(experiment.fields());
        return TypeSpec.classBuilder(type)
                .addAnnotation(RuntimeTypes.GENERATED_BINDING)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.EXPERIMENT_TYPE, record))
                .addField(FieldSpec.builder(type, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", type)
                        .build())
                .addFields(fields.declarations())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement(identity(experiment))
                        .build())
                .addMethod(MethodSpec.methodBuilder("write")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .addParameter(record, "event")
                        .addParameter(RuntimeTypes.PAYLOAD_WRITER, "out")
                        .addCode(new WriteCode(fields).write(experiment.fields()))
                        .build())
                .build();
    }

    private static CodeBlock identity(ExperimentModel experiment) {
        var entry = experiment.entry();
        return CodeBlock.of(
                "super($L, $L, $L, $LL /* $L */)",
                Literals.of(entry.id()),
                Literals.of(entry.event()),
                Literals.of(entry.question()),
                entry.expires().toEpochDay(),
                entry.expires());
    }
}
