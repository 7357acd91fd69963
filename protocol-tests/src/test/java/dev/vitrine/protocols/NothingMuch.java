package dev.vitrine.protocols;

import dev.vitrine.Experiment;

/** That it happened is the datum: no field of its own is among what travels beside it. */
@Experiment(id = "nothing-much", question = "Does anything happen?", owner = "tools@pi.example", expires = "2099-12-31")
public record NothingMuch() {}
