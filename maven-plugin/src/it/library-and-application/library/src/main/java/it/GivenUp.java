package it;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.Range;

@Experiment(id = "given-up", question = "How often is a request given-up?", owner = "net@it.example", expires = "2099-12-31")
public record GivenUp(@Description("How often.") @Range(min = 1, max = 9) int times) {}
