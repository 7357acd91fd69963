package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.calls.CallSites;
import dev.vitrine.compiled.calls.HandWrittenCaller;
import java.util.ArrayList;
import java.util.List;

/** Whether every experiment is emitted somewhere, and whether only generated code uses what is for generated code. */
final class CallCheck {
    private final CallSites callSites;

    CallCheck(CallSites callSites) {
        this.callSites = callSites;
    }

    List<Finding> check(CompiledModule module) {
        List<Finding> findings = new ArrayList<>();
        for (HandWrittenCaller caller : callSites.handWritten()) {
            findings.add(Finding.of(
                    FindingCode.VITRINE_HAND_WRITTEN_BINDING,
                    caller.place() + " uses " + caller.target()
                            + ", which is for generated code alone: what goes around the emitters goes around the catalog.",
                    List.of(),
                    "Declare a record with @Experiment, and call the emitter that is made from it."));
        }
        for (CompiledCatalog compiled : module.catalogs()) {
            for (Experiment experiment : compiled.catalog().experiments()) {
                if (callSites.of(experiment.id()).isEmpty()) {
                    findings.add(neverEmitted(compiled, experiment));
                }
            }
        }
        return findings;
    }

    private static Finding neverEmitted(CompiledCatalog compiled, Experiment experiment) {
        return Finding.of(
                FindingCode.VITRINE_NEVER_EMITTED,
                experiment.id() + " is in the catalog of '" + compiled.application()
                        + "', and nothing emits it: users are asked for more than is collected.",
                List.of(),
                "Emit " + experiment.type() + ", or delete it.");
    }
}
