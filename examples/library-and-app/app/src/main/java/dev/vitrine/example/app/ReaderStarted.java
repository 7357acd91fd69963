package dev.vitrine.example.app;

import dev.vitrine.Experiment;

@Experiment(
        id = "reader-started",
        question = "How often is the reader started?",
        owner = "reader@reader.example",
        expires = "2027-05-29")
public record ReaderStarted() {}
