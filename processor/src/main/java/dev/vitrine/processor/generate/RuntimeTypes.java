package dev.vitrine.processor.generate;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime that generated code names. */
final class RuntimeTypes {
    static final String API = "dev.vitrine";
    static final String BINDING = "dev.vitrine.binding";

    static final ClassName ALLOWED_VALUES = ClassName.get(API, "AllowedValues");
    static final ClassName ANALYTICS = ClassName.get(API, "Analytics");
    static final ClassName ANALYTICS_OPTIONS = ClassName.get(API, "AnalyticsOptions");
    static final ClassName CONSENT_MODE = ClassName.get(API, "ConsentMode");
    static final ClassName RECIPIENT_PROTOCOL = ClassName.get(API, "RecipientProtocol");
    static final ClassName APPLICATION_TYPE = ClassName.get(BINDING, "ApplicationType");
    static final ClassName EMITS = ClassName.get(BINDING, "Emits");
    static final ClassName EXPERIMENT_TYPE = ClassName.get(BINDING, "ExperimentType");
    static final ClassName GENERATED_BINDING = ClassName.get(BINDING, "GeneratedBinding");
    static final ClassName PAYLOAD_WRITER = ClassName.get(BINDING, "PayloadWriter");
    static final ClassName RECORDER = ClassName.get(BINDING, "Recorder");

    private RuntimeTypes() {}

    static ClassName field(String simpleName) {
        return ClassName.get(BINDING, simpleName);
    }
}
