package dev.vitrine.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.SideRequest;
import dev.vitrine.processor.model.ApplicationModel;
import dev.vitrine.processor.model.ExperimentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** Generates the description of an application at run time. */
final class ApplicationCode {
    /** A constant in a class file holds 65,535 bytes, and a character takes at most three. */
    private static final int MAX_PIECE = 20_000;

    private static final TypeName ANY_EXPERIMENT =
            ParameterizedTypeName.get(RuntimeTypes.EXPERIMENT_TYPE, WildcardTypeName.subtypeOf(Object.class));

    private ApplicationCode() {}

    /** The call that builds the description. */
    static CodeBlock of(ApplicationModel application, String digest) {
        Catalog catalog = application.catalog();
        Recipient recipient = catalog.recipients().get(0);
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.named($L)",
                        RuntimeTypes.APPLICATION_TYPE,
                        Literals.of(catalog.application().name()))
                .add(
                        "$>$>\n.controller($L)",
                        Literals.of(List.of(
                                catalog.application().controller(),
                                catalog.application().contact(),
                                catalog.application().policy())))
                .add(
                        "\n.recipient($L, $L, $T.$L)",
                        Literals.of(List.of(recipient.name(), recipient.endpoint(), recipient.region())),
                        recipient.retentionDays(),
                        RuntimeTypes.RECIPIENT_PROTOCOL,
                        application.protocol());
        application.modes().forEach(mode -> code.add("\n.mode($T.$L)", RuntimeTypes.CONSENT_MODE, mode));
        for (SideRequest request : catalog.sideRequests()) {
            code.add(
                    "\n.sideRequest($L)", Literals.of(List.of(request.name(), request.endpoint(), request.question())));
        }
        return code.add("\n.catalog($T.class, $L)", application.facade(), Literals.of(digest))
                .add("\n.outline(new $T())", outlineName(application.facade()))
                .add("\n.experiments(new $T())", experimentsName(application.facade()))
                .add("\n.build()$<$<")
                .build();
    }

    /** The outline: what is not in it is not recorded. */
    static TypeSpec outline(ClassName facade, ApplicationModel application) {
        CodeBlock pieces =
                pieces(application.experiments()).stream().map(Literals::of).collect(CodeBlock.joining(",\n"));
        return supplier(
                outlineName(facade),
                ArrayTypeName.of(String.class),
                CodeBlock.of("new $T[] {$L}", String.class, pieces));
    }

    /** The experiments' descriptions. */
    static TypeSpec experiments(ClassName facade, ApplicationModel application) {
        CodeBlock types = application.experiments().stream()
                .map(experiment -> CodeBlock.of("$T.type()", experiment.emitter()))
                .collect(CodeBlock.joining(",\n"));
        return supplier(
                experimentsName(facade),
                ParameterizedTypeName.get(ClassName.get(List.class), ANY_EXPERIMENT),
                CodeBlock.of("$T.<$T>of($L)", List.class, ANY_EXPERIMENT, types));
    }

    private static TypeSpec supplier(ClassName name, TypeName of, CodeBlock value) {
        return TypeSpec.classBuilder(name)
                .addAnnotation(RuntimeTypes.GENERATED_BINDING)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Supplier.class), of))
                .addMethod(MethodSpec.methodBuilder("get")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(of)
                        .addStatement("return $L", value)
                        .build())
                .build();
    }

    private static List<String> pieces(List<ExperimentModel> experiments) {
        List<String> pieces = new ArrayList<>();
        for (ExperimentModel experiment : experiments) {
            StringBuilder lines = new StringBuilder()
                    .append(experiment.entry().id())
                    .append(' ')
                    .append(experiment.entry().expires());
            if (!experiment.entry().event().equals(experiment.entry().id())) {
                lines.append(' ').append(experiment.entry().event());
            }
            lines.append('\n');
            experiment.atoms().forEach(atom -> lines.append(' ').append(atom).append('\n'));
            for (int start = 0; start < lines.length(); start += MAX_PIECE) {
                pieces.add(lines.substring(start, Math.min(lines.length(), start + MAX_PIECE)));
            }
        }
        return pieces;
    }

    private static ClassName outlineName(ClassName facade) {
        return facade.nestedClass("Outline");
    }

    private static ClassName experimentsName(ClassName facade) {
        return facade.nestedClass("Experiments");
    }
}
