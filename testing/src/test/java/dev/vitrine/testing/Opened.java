package dev.vitrine.testing;

import dev.vitrine.Experiment;

@Experiment(
        id = "opened",
        question = "How often is the shop opened?",
        owner = "shop@shop.example",
        expires = "2099-12-31")
record Opened() {}
