package dev.vitrine.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.processor.model.Binding;
import dev.vitrine.processor.model.FieldModel;
import java.util.List;

/** Writes the fields of an event, in their order. */
final class WriteCode {
    private final FieldCode fields;
    private final NameAllocator locals = new NameAllocator();

    WriteCode(FieldCode fields) {
        this.fields = fields;
        locals.newName("event");
        locals.newName("out");
    }

    CodeBlock write(List<FieldModel> payload) {
        return write(payload, "event", "");
    }

    private CodeBlock write(List<FieldModel> payload, String record, String path) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (FieldModel model : payload) {
            String field = fields.nameOf(model, path);
            if (model.binding() instanceof Binding.RecordBinding nested) {
                String local = locals.newName(field);
                code.addStatement("$T $N = $N.$N()", nested.type().name(), local, record, model.component());
                code.beginControlFlow("if (out.isGiven($N))", local);
                code.addStatement("out.begin(this.$N)", field);
                code.add(write(nested.fields(), local, path + model.component() + "."));
                code.addStatement("out.end()");
                code.endControlFlow();
            } else {
                code.addStatement("out.$L(this.$N, $N.$N())", method(model), field, record, model.component());
            }
        }
        return code.build();
    }

    private static String method(FieldModel model) {
        if (!model.field().optional()) {
            return "write";
        }
        FieldType type = model.field().type();
        if (type instanceof FieldType.BooleanType) {
            return "writeBoolean";
        }
        if (type instanceof FieldType.EnumType) {
            return "writeConstant";
        }
        if (model.binding() instanceof Binding.BucketsBinding buckets && buckets.isTimeSpan()) {
            return "writeDuration";
        }
        return type instanceof FieldType.RangeType || type instanceof FieldType.BucketsType
                ? "writeNumber"
                : "writeText";
    }
}
