package dev.vitrine.compiled.calls;

import java.util.Set;

/**
 * What generated code alone may use: the package {@code dev.vitrine.binding}, and the members of {@code Analytics} that
 * hand it out.
 *
 * <p>Named here as text, and not by its classes, because the tools read the class files of applications and have no
 * runtime of their own.
 */
final class BindingInterface {
    static final String GENERATED = "Ldev/vitrine/binding/GeneratedBinding;";
    static final String EMITS = "Ldev/vitrine/binding/Emits;";

    private static final String BINDING = "dev/vitrine/binding/";
    private static final String ANALYTICS = "dev/vitrine/Analytics";
    private static final String APPLICATION_TYPE = BINDING + "ApplicationType";

    /** What {@code Analytics.application()} answers: to read it is harmless. */
    private static final Set<String> READABLE =
            Set.of(APPLICATION_TYPE, APPLICATION_TYPE + "$RecipientType", APPLICATION_TYPE + "$SideRequestType");

    private BindingInterface() {}

    /** Whether a class that mentions this one has to be looked at. */
    static boolean isMentionWorthALook(String owner) {
        return owner.equals(ANALYTICS) || owner.startsWith(BINDING);
    }

    /** Whether this class is the interface itself, so that a jar which holds it holds the runtime. */
    static String witness() {
        return BINDING + "ExperimentType.class";
    }

    /** Whether only generated code may extend this class. */
    static boolean isReservedSupertype(String name) {
        return name.equals(ANALYTICS) || name.startsWith(BINDING);
    }

    /** Whether only generated code may use this member. */
    static boolean isReserved(String owner, String member) {
        if (owner.equals(ANALYTICS)) {
            return member.equals("recorder") || member.equals("<init>");
        }
        if (READABLE.contains(owner)) {
            return member.equals("named") || member.equals("<init>");
        }
        return owner.startsWith(BINDING);
    }
}
