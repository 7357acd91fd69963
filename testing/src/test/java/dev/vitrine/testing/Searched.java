package dev.vitrine.testing;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.Pseudonym;
import dev.vitrine.Range;
import java.util.Optional;

@Experiment(
        id = "searched",
        question = "Do people find what they look for?",
        owner = "search@shop.example",
        expires = "2099-12-31")
record Searched(
        @Description("How many things were found.") @Range(min = 0, max = 100)
        int found,

        @Description("The shelf that was searched.") @Pseudonym
        Optional<String> shelf) {}
