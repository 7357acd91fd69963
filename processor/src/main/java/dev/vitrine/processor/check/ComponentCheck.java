package dev.vitrine.processor.check;

import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.processor.check.RuleCheck.Closed;
import dev.vitrine.processor.declaration.ComponentDeclaration;
import dev.vitrine.processor.declaration.ComponentType;
import dev.vitrine.processor.declaration.EnumDeclaration;
import dev.vitrine.processor.declaration.EnumDeclaration.ConstantDeclaration;
import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.declaration.RecordDeclaration;
import dev.vitrine.processor.declaration.Rule;
import dev.vitrine.processor.model.Binding;
import dev.vitrine.processor.model.FieldModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks components: whether the set of values that a field can hold is closed. */
final class ComponentCheck {
    private final Problems problems;
    private final String packageName;
    private final Words words;
    private final EnumCheck enums;
    private final RuleCheck rules;

    /** Checks the components of an experiment, whose emitter is in {@code packageName}. */
    ComponentCheck(Problems problems, String packageName) {
        this.problems = problems;
        this.packageName = packageName;
        this.words = new Words(problems);
        this.enums = new EnumCheck(problems, packageName);
        this.rules = new RuleCheck(problems);
    }

    /** The fields of a record. Those whose components are wrong are missing, and the problems are noted. */
    List<FieldModel> check(RecordDeclaration record) {
        List<FieldModel> fields = new ArrayList<>();
        Map<String, ComponentDeclaration> known = new HashMap<>();
        for (ComponentDeclaration component : record.components()) {
            String wireName = wireName(component);
            ComponentDeclaration other = known.putIfAbsent(wireName, component);
            if (other != null) {
                problems.report(
                        Diagnostic.DUPLICATE_WIRE_NAME,
                        component.place(),
                        other.place().name(),
                        component.place().name(),
                        wireName);
            }
            String description = words.requiredDescription(
                    "the component " + component.place().name(), component.place(), component.description());
            boolean isOptional = component.type() instanceof ComponentType.Maybe;
            close(component)
                    .ifPresent(closed -> fields.add(new FieldModel(
                            new Field(wireName, description, closed.type(), isOptional),
                            component.name(),
                            component.javaType(),
                            closed.binding())));
        }
        return fields;
    }

    private String wireName(ComponentDeclaration component) {
        String name = component.wireName().map(Given::value).orElseGet(() -> WireNames.snakeCase(component.name()));
        if (!WireNames.isComponentName(name)) {
            problems.report(
                    Diagnostic.MALFORMED_WIRE_NAME,
                    component.wireName().map(Given::place).orElse(component.place()),
                    name,
                    component.place().name(),
                    "a letter, then up to 63 letters, digits, '_' or '-',");
        }
        return name;
    }

    private Optional<Closed> close(ComponentDeclaration component) {
        ComponentType type = component.type() instanceof ComponentType.Maybe maybe ? maybe.value() : component.type();
        if (type instanceof ComponentType.Open || type instanceof ComponentType.Recursive) {
            reportUnclosable(component, type);
            return Optional.empty();
        }
        Optional<Rule> rule = theRule(component, type);
        if (type instanceof ComponentType.Truth) {
            return Optional.of(new Closed(new FieldType.BooleanType(), new Binding.NoBinding()));
        }
        if (type instanceof ComponentType.Constants one) {
            var constants = constants(component, one.constants());
            return Optional.of(new Closed(new FieldType.EnumType(constants), binding(one.constants())));
        }
        if (type instanceof ComponentType.ConstantSet set) {
            var constants = constants(component, set.constants());
            return Optional.of(new Closed(new FieldType.EnumSetType(constants), binding(set.constants())));
        }
        if (type instanceof ComponentType.Nested nested) {
            return Optional.of(nested(component, nested.record()));
        }
        return rule.map(found -> apply(found, component, type));
    }

    private List<Constant> constants(ComponentDeclaration component, EnumDeclaration type) {
        UnnamedPackage.check(problems, type.type(), component.place());
        return enums.check(type, component.place());
    }

    private static Binding binding(EnumDeclaration type) {
        return new Binding.EnumBinding(
                type.type(),
                type.constants().stream().map(ConstantDeclaration::name).toList());
    }

    private Closed nested(ComponentDeclaration component, RecordDeclaration record) {
        UnnamedPackage.check(problems, record.type(), component.place());
        if (!record.type().isVisibleFrom(packageName)) {
            problems.report(
                    Diagnostic.PRIVATE_TYPE,
                    component.place(),
                    component.place().name(),
                    record.place().name());
        }
        if (record.isGeneric()) {
            problems.report(
                    Diagnostic.GENERIC_RECORD, component.place(), record.place().name());
        }
        List<FieldModel> fields = check(record);
        return new Closed(
                new FieldType.RecordType(fields.stream().map(FieldModel::field).toList()),
                new Binding.RecordBinding(record.type(), fields));
    }

    private Closed apply(Rule rule, ComponentDeclaration component, ComponentType type) {
        if (rule instanceof Rule.RangeRule range) {
            return rules.range(range, component, (ComponentType.WholeNumber) type);
        }
        if (rule instanceof Rule.BucketsRule buckets) {
            return rules.buckets(buckets, component, type);
        }
        if (rule instanceof Rule.OneOfRule oneOf) {
            return rules.oneOf(oneOf, component);
        }
        FieldType text =
                rule instanceof Rule.PseudonymRule ? new FieldType.PseudonymType() : new FieldType.ReleaseVersionType();
        return new Closed(text, new Binding.NoBinding());
    }

    /** The one rule on the component that fits its type. */
    private Optional<Rule> theRule(ComponentDeclaration component, ComponentType type) {
        Fitting fitting = Fitting.of(type);
        Rule first = null;
        boolean isMisfit = false;
        for (Rule rule : component.rules()) {
            if (!fitting.rules().contains(rule.annotation())) {
                isMisfit = true;
                problems.report(
                        Diagnostic.MISFIT_ANNOTATION,
                        rule.place(),
                        component.place().name(),
                        rule.annotation(),
                        shown(component.javaType().toString()),
                        fitting.cure());
            } else if (first == null) {
                first = rule;
            } else {
                problems.report(
                        Diagnostic.TWO_RULES,
                        rule.place(),
                        component.place().name(),
                        first.annotation(),
                        rule.annotation());
            }
        }
        if (first == null && !isMisfit && !fitting.rules().isEmpty()) {
            reportOpen(component, type, fitting);
        }
        return Optional.ofNullable(first);
    }

    private void reportOpen(ComponentDeclaration component, ComponentType type, Fitting fitting) {
        if (type instanceof ComponentType.Text) {
            problems.report(
                    Diagnostic.FREE_TEXT, component.place(), component.place().name());
        } else {
            problems.report(
                    Diagnostic.UNBOUNDED_NUMBER,
                    component.place(),
                    component.place().name(),
                    shown(component.javaType().toString()),
                    fitting.cure());
        }
    }

    /** Notes a type whose values no annotation can close. */
    private void reportUnclosable(ComponentDeclaration component, ComponentType type) {
        String name = component.place().name();
        if (type instanceof ComponentType.Open open) {
            problems.report(
                    Diagnostic.OPEN_TYPE, component.place(), name, shown(open.type()), open.why(), open.instead());
        } else if (type instanceof ComponentType.Recursive recursive) {
            problems.report(Diagnostic.RECURSIVE_RECORD, component.place(), name, recursive.record());
        }
    }

    /** A type as a developer writes it, without packages. */
    private static String shown(String type) {
        return type.replaceAll("\\b[a-z][A-Za-z0-9_]*\\.", "");
    }
}
