package dev.vitrine.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.processor.model.Binding;
import dev.vitrine.processor.model.FieldModel;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Declares the fields of a payload: one constant of the experiment's type for each. */
final class FieldCode {
    private static final Pattern DOT = Pattern.compile("\\.(.)");

    private static final List<TypeName> FLOATS =
            List.of(TypeName.FLOAT, ParameterizedTypeName.get(ClassName.get(Optional.class), TypeName.FLOAT.box()));

    private final List<FieldSpec> declarations = new ArrayList<>();
    private final NameAllocator names = new NameAllocator();

    /** Declares a payload. The names of what is declared are kept by each {@link FieldModel} in {@link #nameOf}. */
    FieldCode(List<FieldModel> fields) {
        names.newName("payload");
        names.newName("INSTANCE");
        names.newName("out");
        fields.forEach(field -> declare(field, CodeBlock.of("payload"), ""));
    }

    List<FieldSpec> declarations() {
        return declarations;
    }

    String nameOf(FieldModel field, String path) {
        return names.get(path + field.component());
    }

    private void declare(FieldModel model, CodeBlock schema, String path) {
        String key = path + model.component();
        String name = names.newName(camelCase(key), key);
        CodeBlock next = model.field().optional() ? CodeBlock.of("$L.optional()", schema) : schema;
        declarations.add(FieldSpec.builder(fieldType(model), name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(CodeBlock.of("$L.$L", next, declaration(model)))
                .build());
        if (model.binding() instanceof Binding.RecordBinding nested) {
            CodeBlock inner = CodeBlock.of("$N.payload()", name);
            nested.fields().forEach(field -> declare(field, inner, key + "."));
        }
    }

    /** The path with a capital for each dot: {@code outer.inner} becomes {@code outerInner}. */
    private static String camelCase(String path) {
        return DOT.matcher(path).replaceAll(dot -> dot.group(1).toUpperCase(Locale.ROOT));
    }

    private static TypeName fieldType(FieldModel model) {
        FieldType type = model.field().type();
        if (model.binding() instanceof Binding.EnumBinding constants) {
            String field = type instanceof FieldType.EnumSetType ? "ConstantSetField" : "ConstantField";
            return ParameterizedTypeName.get(
                    RuntimeTypes.field(field), constants.type().name());
        }
        if (type instanceof FieldType.BooleanType) {
            return RuntimeTypes.field("BooleanField");
        }
        if (type instanceof FieldType.RangeType) {
            return RuntimeTypes.field("RangeField");
        }
        if (type instanceof FieldType.BucketsType) {
            return RuntimeTypes.field("BucketField");
        }
        if (type instanceof FieldType.OneOfType) {
            return RuntimeTypes.field("OneOfField");
        }
        if (type instanceof FieldType.SourcedType) {
            return RuntimeTypes.field("SourcedField");
        }
        if (type instanceof FieldType.ReleaseVersionType) {
            return RuntimeTypes.field("ReleaseVersionField");
        }
        return RuntimeTypes.field(type instanceof FieldType.PseudonymType ? "PseudonymField" : "RecordField");
    }

    private static CodeBlock declaration(FieldModel model) {
        CodeBlock name = Literals.of(model.field().name());
        FieldType type = model.field().type();
        if (type instanceof FieldType.EnumType constants) {
            return constants("constant", name, model.binding(), constants.constants());
        }
        if (type instanceof FieldType.EnumSetType constants) {
            return constants("constants", name, model.binding(), constants.constants());
        }
        if (type instanceof FieldType.RangeType range) {
            return CodeBlock.of("range($L, $LL, $LL)", name, range.min(), range.max());
        }
        if (type instanceof FieldType.BucketsType buckets) {
            return buckets(name, buckets.labels(), model);
        }
        if (type instanceof FieldType.OneOfType list) {
            return CodeBlock.of("oneOf($L, $L)", name, Literals.of(list.values()));
        }
        if (type instanceof FieldType.SourcedType sourced && model.binding() instanceof Binding.SourceBinding source) {
            return CodeBlock.of("oneOf($L, $L, $L)", name, supplier(source), sourced.maxSize());
        }
        if (type instanceof FieldType.RecordType) {
            return CodeBlock.of("record($L)", name);
        }
        String method = type instanceof FieldType.BooleanType
                ? "bool"
                : type instanceof FieldType.PseudonymType ? "pseudonym" : "releaseVersion";
        return CodeBlock.of("$L($L)", method, name);
    }

    private static CodeBlock constants(String method, CodeBlock name, Binding binding, List<Constant> constants) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (binding instanceof Binding.EnumBinding type) {
            code.add("$L($L, $T.class$>$>", method, name, type.type().name());
            for (int i = 0; i < constants.size(); i++) {
                code.add(
                        ",\n$L, $L",
                        Literals.of(type.constants().get(i)),
                        Literals.of(constants.get(i).value()));
            }
            code.add(")$<$<");
        }
        return code.build();
    }

    /** The edges of a float are floats: 0.7f is less than 0.7, and belongs into the interval that begins there. */
    private static CodeBlock buckets(CodeBlock name, List<String> labels, FieldModel model) {
        if (!(model.binding() instanceof Binding.BucketsBinding buckets)) {
            return CodeBlock.of("");
        }
        boolean isFloat = FLOATS.contains(model.javaType());
        String format = isFloat ? "(float) $L" : "$L";
        CodeBlock edges =
                buckets.edges().stream().map(edge -> CodeBlock.of(format, edge)).collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "buckets($L, $T.$L, new double[] {$L},$>$>\n$L)$<$<",
                name,
                ChronoUnit.class,
                buckets.unit().name(),
                edges,
                Literals.of(labels));
    }

    /** Makes the source when the first event is encoded. */
    private static CodeBlock supplier(Binding.SourceBinding source) {
        TypeName allowedValues = RuntimeTypes.ALLOWED_VALUES;
        return CodeBlock.of(
                "$L",
                TypeSpec.anonymousClassBuilder("")
                        .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Supplier.class), allowedValues))
                        .addMethod(MethodSpec.methodBuilder("get")
                                .addAnnotation(Override.class)
                                .addModifiers(Modifier.PUBLIC)
                                .returns(allowedValues)
                                .addStatement("return new $T()", source.type().name())
                                .build())
                        .build());
    }
}
