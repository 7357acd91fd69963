package dev.vitrine.processor.check;

import dev.vitrine.catalog.Constant;
import dev.vitrine.processor.declaration.EnumDeclaration;
import dev.vitrine.processor.declaration.EnumDeclaration.ConstantDeclaration;
import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.declaration.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks enums that are components. */
final class EnumCheck {
    private static final int MAX_CONSTANTS = 64;

    private final Problems problems;
    private final String packageName;
    private final Words words;

    EnumCheck(Problems problems, String packageName) {
        this.problems = problems;
        this.packageName = packageName;
        this.words = new Words(problems);
    }

    /** The constants as the catalog lists them; {@code component} is where the enum is used. */
    List<Constant> check(EnumDeclaration type, Place component) {
        if (!type.type().isVisibleFrom(packageName)) {
            problems.report(
                    Diagnostic.PRIVATE_TYPE,
                    component,
                    component.name(),
                    type.place().name());
        }
        int size = type.constants().size();
        if (size == 0) {
            problems.report(
                    Diagnostic.NO_CONSTANTS,
                    component,
                    component.name(),
                    type.place().name());
        }
        if (size > MAX_CONSTANTS) {
            problems.report(
                    Diagnostic.TOO_MANY_CONSTANTS,
                    component,
                    component.name(),
                    type.place().name(),
                    size);
        }
        long undescribed = type.constants().stream()
                .filter(constant -> constant.description().isEmpty())
                .count();
        if (!type.isCompiledNow() && undescribed > 0) {
            problems.report(
                    Diagnostic.UNDESCRIBED_ENUM,
                    component,
                    component.name(),
                    type.place().name(),
                    undescribed,
                    size);
            return List.of();
        }
        return constants(type);
    }

    private List<Constant> constants(EnumDeclaration type) {
        List<Constant> constants = new ArrayList<>();
        Map<String, ConstantDeclaration> known = new HashMap<>();
        for (ConstantDeclaration constant : type.constants()) {
            String wireName = wireName(constant);
            ConstantDeclaration other = known.putIfAbsent(wireName, constant);
            if (other != null) {
                problems.report(
                        Diagnostic.DUPLICATE_WIRE_NAME,
                        constant.place(),
                        other.place().name(),
                        constant.place().name(),
                        wireName);
            }
            constants.add(new Constant(
                    wireName,
                    words.requiredDescription(
                            "the constant " + constant.place().name(), constant.place(), constant.description())));
        }
        return constants;
    }

    private String wireName(ConstantDeclaration constant) {
        String name = constant.wireName().map(Given::value).orElseGet(() -> WireNames.snakeCase(constant.name()));
        if (!WireNames.isConstantName(name)) {
            problems.report(
                    Diagnostic.MALFORMED_WIRE_NAME,
                    constant.wireName().map(Given::place).orElse(constant.place()),
                    name,
                    constant.place().name(),
                    "1 to 64 printable characters, without space at either end,");
        }
        return name;
    }
}
