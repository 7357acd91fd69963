package dev.vitrine.compiled.calls;

import java.util.List;

/**
 * What was found in bytecode.
 *
 * @param all the places that emit, in order of experiments, then of classes and lines
 * @param handWritten the places in code that was not generated, and that use what is for generated code alone
 */
public record CallSites(List<CallSite> all, List<HandWrittenCaller> handWritten) {

    /** Copies the lists. */
    public CallSites {
        all = List.copyOf(all);
        handWritten = List.copyOf(handWritten);
    }

    /** The places that emit this experiment. */
    public List<CallSite> of(String experiment) {
        return all.stream().filter(site -> site.experiment().equals(experiment)).toList();
    }
}
