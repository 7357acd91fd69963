package dev.vitrine.compiled.listing;

import static dev.vitrine.compiled.SampleApplication.CLOSED;
import static dev.vitrine.compiled.SampleApplication.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.SampleApplication;
import dev.vitrine.compiled.calls.CallSiteScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogListingTest {
    @TempDir
    Path classes;

    @Test
    void anApplicationIsListedWithItsExperimentsFieldsAndCallSites() throws IOException {
        SampleApplication.sources()
                .add("sample/Shell.java", "package sample;\nclass Shell { void go(OpenedEmitter e) { e.emit(1); } }")
                .compile(classes);
        SampleApplication.writeFragment(classes, OPENED);
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED));
        assertThat(listing())
                .containsSubsequence(
                        "sample of Sample Ltd.: 1 experiment.",
                        "Sent to sample.example (https://sample.example/events, EU), kept for 90 days.",
                        "opened: How often is it opened?",
                        "  asked by team@sample.example, until 2030-12-31",
                        "  declared by sample.Opened",
                        "    count  A whole number from 1 to 9; one beyond is sent as the nearest.",
                        "  emitted by sample.Shell.go(Shell.java:2)");
    }

    @Test
    void anExperimentThatNoCatalogTakesInIsCalledInert() throws IOException {
        SampleApplication.sources().compile(classes);
        SampleApplication.writeFragment(classes, OPENED);
        SampleApplication.writeFragment(classes, CLOSED);
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED));
        assertThat(listing())
                .containsSubsequence(
                        "  emitted nowhere here",
                        "1 experiment in no catalog here, and therefore inert:",
                        "closed: How often is it closed?");
    }

    @Test
    void aLibraryIsListedAsWaitingForAnApplication() throws IOException {
        SampleApplication.sources().compile(classes);
        SampleApplication.writeFragment(classes, OPENED);
        SampleApplication.writeFragment(classes, CLOSED);
        assertThat(listing()).startsWith("2 experiments for applications that include them:");
    }

    @Test
    void aFragmentWhoseRecordIsGoneIsNotListed() throws IOException {
        SampleApplication.writeFragment(classes, OPENED);
        assertThat(listing()).containsExactly("No experiment and no application of Vitrine's.");
    }

    private List<String> listing() throws IOException {
        try (ClassRoot root = ClassRoot.open(classes)) {
            return new CatalogListing(CompiledModule.read(root), CallSiteScanner.scan(List.of(root))).lines();
        }
    }
}
