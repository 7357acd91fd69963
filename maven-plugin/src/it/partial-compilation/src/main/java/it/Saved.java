package it;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.Range;

@Experiment(id = "saved", question = "How large do files get?", owner = "team@it.example", expires = "2099-12-31")
public record Saved(@Description("How many kilobytes.") @Range(min = 0, max = 1000) int kilobytes) {}
