package dev.vitrine.example.library;

import dev.vitrine.Description;
import dev.vitrine.Experiment;

@Experiment(
        id = "cache-use",
        question = "How often is what is fetched there already?",
        owner = "fetch@library.example",
        expires = "2027-05-29")
public record CacheUse(
        @Description("What became of the look into the cache.")
        Result result) {

    public enum Result {
        @Description("It was there.")
        HIT,
        @Description("It was not there.")
        MISS
    }
}
