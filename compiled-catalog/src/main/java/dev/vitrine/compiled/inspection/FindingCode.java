package dev.vitrine.compiled.inspection;

/** What can be found. The names are stable: they may be searched for. */
public enum FindingCode {
    /** The committed catalog is not what was compiled. */
    VITRINE_CATALOG_DRIFT("VitrineCatalogDrift", true),
    /** The compiled catalog is not what the fragments beside it make. */
    VITRINE_STALE_COMPILATION("VitrineStaleCompilation", true),
    /** A catalog is committed, and no application was compiled. */
    VITRINE_NO_APPLICATION("VitrineNoApplication", true),
    /** Two experiments share an id or the name of an event. */
    VITRINE_CLASH("VitrineClash", true),
    /** There is an annotation, and nothing was made from it. */
    VITRINE_PROCESSOR_DID_NOT_RUN("VitrineProcessorDidNotRun", true),
    /** Code that was not generated uses what is for generated code alone. */
    VITRINE_HAND_WRITTEN_BINDING("VitrineHandWrittenBinding", true),
    /** An experiment is over. */
    VITRINE_EXPIRED("VitrineExpired", false),
    /** An experiment will soon be over. */
    VITRINE_EXPIRES_SOON("VitrineExpiresSoon", false),
    /** The committed page names other callers than the code has. */
    VITRINE_CALL_SITES_MOVED("VitrineCallSitesMoved", false),
    /** A field could hold a network address or an id. */
    VITRINE_WIDE_FIELD("VitrineWideField", false),
    /** A field never has a value. */
    VITRINE_NEVER_SENT("VitrineNeverSent", false),
    /** Nothing emits an experiment. */
    VITRINE_NEVER_EMITTED("VitrineNeverEmitted", false);

    private final String code;
    private final boolean error;

    FindingCode(String code, boolean error) {
        this.code = code;
        this.error = error;
    }

    /** The code, as it stands in messages. */
    public String code() {
        return code;
    }

    /** Whether it ends a build, when nothing else was configured. */
    boolean isError() {
        return error;
    }
}
