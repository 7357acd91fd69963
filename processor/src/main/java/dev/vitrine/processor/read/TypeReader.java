package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.ComponentType;
import dev.vitrine.processor.declaration.ComponentType.WholeNumber;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Tells the types of components apart. */
final class TypeReader {
    private final OpenTypes openTypes;
    private final EnumReader enums;

    TypeReader(OpenTypes openTypes, EnumReader enums) {
        this.openTypes = openTypes;
        this.enums = enums;
    }

    /** Reads a type; {@code records} reads those that are nested. */
    ComponentType read(TypeMirror type, Spot spot, NestedRecords records) throws UnreadableException {
        requirePresent(type);
        return switch (type.getKind()) {
            case BOOLEAN -> new ComponentType.Truth();
            case BYTE -> WholeNumber.BYTE;
            case SHORT -> WholeNumber.SHORT;
            case INT -> WholeNumber.INT;
            case LONG -> WholeNumber.LONG;
            case FLOAT, DOUBLE -> new ComponentType.FloatingNumber();
            case DECLARED -> declared((DeclaredType) type, spot, records);
            default -> openTypes.open(type);
        };
    }

    private ComponentType declared(DeclaredType type, Spot spot, NestedRecords records) throws UnreadableException {
        TypeElement element = (TypeElement) type.asElement();
        return switch (element.getQualifiedName().toString()) {
            case "java.lang.String" -> new ComponentType.Text();
            case "java.time.Duration" -> new ComponentType.TimeSpan();
            case "java.util.Optional" -> optional(type, spot);
            case "java.util.Set" -> set(type, spot);
            default -> {
                if (element.getKind() == ElementKind.ENUM) {
                    yield new ComponentType.Constants(enums.read(element, spot));
                }
                yield element.getKind() == ElementKind.RECORD ? records.read(element) : openTypes.open(type);
            }
        };
    }

    private ComponentType optional(DeclaredType type, Spot spot) throws UnreadableException {
        TypeElement argument = argument(type);
        if (argument == null) {
            return openTypes.open(type);
        }
        return switch (argument.getQualifiedName().toString()) {
            case "java.lang.Boolean" -> new ComponentType.Maybe(new ComponentType.Truth());
            case "java.lang.Byte" -> new ComponentType.Maybe(WholeNumber.BYTE);
            case "java.lang.Short" -> new ComponentType.Maybe(WholeNumber.SHORT);
            case "java.lang.Integer" -> new ComponentType.Maybe(WholeNumber.INT);
            case "java.lang.Long" -> new ComponentType.Maybe(WholeNumber.LONG);
            case "java.lang.Float", "java.lang.Double" -> new ComponentType.Maybe(new ComponentType.FloatingNumber());
            case "java.lang.String" -> new ComponentType.Maybe(new ComponentType.Text());
            case "java.time.Duration" -> new ComponentType.Maybe(new ComponentType.TimeSpan());
            default ->
                argument.getKind() == ElementKind.ENUM
                        ? new ComponentType.Maybe(new ComponentType.Constants(enums.read(argument, spot)))
                        : openTypes.open(type);
        };
    }

    private ComponentType set(DeclaredType type, Spot spot) throws UnreadableException {
        TypeElement argument = argument(type);
        return argument != null && argument.getKind() == ElementKind.ENUM
                ? new ComponentType.ConstantSet(enums.read(argument, spot))
                : openTypes.open(type);
    }

    /** The class that is the only type argument; null when there is none, or a wildcard, or an array. */
    private static @Nullable TypeElement argument(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return arguments.size() == 1
                        && arguments.get(0) instanceof DeclaredType argument
                        && argument.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    /** A missing type may also be an argument: the kind of {@code List<Missing>} is a declared one. */
    private static void requirePresent(@Nullable TypeMirror type) throws UnreadableException {
        if (type == null) {
            return;
        }
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnreadableException(type.toString());
        }
        if (type instanceof DeclaredType declared) {
            for (TypeMirror argument : declared.getTypeArguments()) {
                requirePresent(argument);
            }
        } else if (type instanceof WildcardType wildcard) {
            requirePresent(wildcard.getExtendsBound());
            requirePresent(wildcard.getSuperBound());
        }
    }

    /** Reads a record that is a component of another. */
    interface NestedRecords {
        ComponentType read(TypeElement record) throws UnreadableException;
    }
}
