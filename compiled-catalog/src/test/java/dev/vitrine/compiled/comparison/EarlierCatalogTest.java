package dev.vitrine.compiled.comparison;

import static dev.vitrine.compiled.SampleApplication.CLOSED;
import static dev.vitrine.compiled.SampleApplication.OPENED;
import static dev.vitrine.compiled.SampleApplication.catalog;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.diff.ChangeClass;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.SampleApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierCatalogTest {
    private static final Catalog BEFORE = catalog(OPENED);
    private static final Catalog NOW = catalog(OPENED, CLOSED);

    @TempDir
    Path top;

    private Path classes;
    private Path committed;

    @BeforeEach
    void compile() throws IOException {
        classes = Files.createDirectories(top.resolve("classes"));
        committed = Files.createDirectories(top.resolve("catalog"));
        SampleApplication.writeCatalog(classes, NOW);
    }

    @Test
    void aFileIsReadAsItIs() throws IOException {
        write(top.resolve("old.json"), BEFORE);
        assertThat(read("old.json")).contains(BEFORE);
    }

    @Test
    void aFileThatAnotherVersionWordedOtherwiseCanStillBeCompared() throws IOException {
        Path old = top.resolve("old.json");
        write(old, BEFORE);
        String json = Files.readString(old);
        int order = json.indexOf("\"order\"");
        int rule = json.indexOf('"', json.indexOf('[', order)) + 1;
        Files.writeString(old, json.substring(0, rule) + "In older words: " + json.substring(rule));
        assertThat(Files.readString(old)).contains("In older words: ");
        assertThat(read("old.json")).contains(BEFORE);
    }

    @Test
    void aPublishedFolderIsReadAlsoWhereEachApplicationHasAFolderOfItsOwn() throws IOException {
        write(top.resolve("one/catalog.json"), BEFORE);
        write(top.resolve("several/sample/catalog.json"), BEFORE);
        assertThat(read("one")).contains(BEFORE);
        assertThat(read("several")).contains(BEFORE);
    }

    @Test
    void aFolderOfClassesAndAJarAreRead() throws IOException {
        assertThat(read("classes")).contains(NOW);
        URI jar = URI.create("jar:" + top.resolve("old.jar").toUri());
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path folder = Files.createDirectories(archive.getPath("META-INF/vitrine/sample"));
            write(folder.resolve("catalog.json"), BEFORE);
            Files.writeString(folder.resolve("catalog.md"), "# sample\n");
        }
        assertThat(read("old.jar")).contains(BEFORE);
    }

    @Test
    void aJarWithoutTheApplicationHasNoCatalogOfIt() throws IOException {
        assertThat(new EarlierCatalog("classes").read("other", top, committed)).isEmpty();
    }

    @Test
    void whatIsNoPathIsAGitRevisionOfTheCommittedCopy() throws Exception {
        commit(BEFORE);
        commit(NOW);
        assertThat(read("HEAD")).contains(NOW);
        assertThat(read("HEAD~1")).contains(BEFORE);
        assertThat(read("main")).contains(NOW);
    }

    @Test
    void aCopyThatWasNotThereAtTheRevisionIsAbsent() throws Exception {
        commit(BEFORE);
        assertThat(new EarlierCatalog("HEAD").read("sample", top, top.resolve("elsewhere/deep")))
                .isEmpty();
    }

    @Test
    void theCommittedFolderNeedNotBeThereAnyMore() throws Exception {
        commit(BEFORE);
        Files.delete(committed.resolve("catalog.json"));
        Files.delete(committed);
        assertThat(read("HEAD")).contains(BEFORE);
    }

    @Test
    void anUnknownRevisionIsToldWithWhatToDo() throws Exception {
        commit(BEFORE);
        assertThatThrownBy(() -> read("v9.9"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no file or folder v9.9, and git knows no such revision")
                .hasMessageContaining("git fetch origin v9.9, and compare with FETCH_HEAD");
        assertThatThrownBy(() -> read("HEAD~9")).hasMessageContaining("git fetch --unshallow");
    }

    @Test
    void aBranchThatAShallowCloneLacksIsThereAfterTheCommandThatIsTold() throws Exception {
        commit(BEFORE);
        git("branch", "other");
        commit(NOW);
        Path clone = top.resolve("clone");
        git("clone", "-q", "--depth=1", "--branch=main", top.toUri().toString(), clone.toString());
        EarlierCatalog earlier = new EarlierCatalog("origin/other");
        Path inClone = clone.resolve("catalog");
        String told = "git fetch origin other:refs/remotes/origin/other";
        assertThatThrownBy(() -> earlier.read("sample", clone, inClone)).hasMessageContaining(told);
        git(("-C " + clone + told.substring("git".length())).split(" "));
        assertThat(earlier.read("sample", clone, inClone)).contains(BEFORE);
    }

    @Test
    void outsideARepositoryThatIsSaidAndWhatToCompareWith() {
        assertThatThrownBy(() -> read("HEAD"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not in a git repository, so there is no revision 'HEAD'.")
                .hasMessageContaining("Compare with something else: a published folder, a catalog.json")
                .hasMessageNotContaining("fetch");
    }

    @Test
    void withoutACommitThatIsSaidAndWhatToCompareWith() throws Exception {
        git("init", "-q", "-b", "main");
        assertThatThrownBy(() -> read("HEAD"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no commit yet, so there is no revision 'HEAD'.")
                .hasMessageContaining("Compare with something else")
                .hasMessageNotContaining("fetch");
    }

    @Test
    void anUnknownFormatIsToldWithThoseThereAre() {
        assertThat(DiffFormat.parse("Markdown")).isEqualTo(DiffFormat.MARKDOWN);
        assertThatThrownBy(() -> DiffFormat.parse("html"))
                .hasMessage("There is no format 'html', only text, markdown, json.");
    }

    @Test
    void aRevisionIsNeverAnOptionOrAPath() {
        for (String refused : List.of("--output=x", "-h", "HEAD:catalog/catalog.json", " ")) {
            assertThatThrownBy(() -> new GitRevision(refused)).hasMessageContaining("no name of a git revision");
        }
    }

    @Test
    void aNewExperimentCollectsMoreAndANewApplicationIsAllNew() throws Exception {
        write(top.resolve("old.json"), BEFORE);
        CatalogComparison changed = compare("old.json");
        assertThat(changed.count(EnumSet.allOf(ChangeClass.class))).isEqualTo(1);
        assertThat(changed.count(FailOn.parse("collects-more"))).isEqualTo(1);
        assertThat(changed.count(FailOn.parse("collects-less, wording"))).isZero();
        assertThat(changed.text(DiffFormat.TEXT)).contains("collects more", "experiments/closed");
        assertThat(changed.text(DiffFormat.MARKDOWN)).startsWith("<!-- vitrine:catalog-diff -->\n");
        assertThat(changed.text(DiffFormat.JSON)).contains("\"collects-more\": 1");

        git("init", "-q", "-b", "main");
        git("commit", "-q", "--allow-empty", "-m", "begin");
        CatalogComparison begun = compare("HEAD");
        assertThat(begun.text(DiffFormat.TEXT)).contains("experiments/opened", "experiments/closed", "recipients/");
        assertThat(begun.count(FailOn.parse("collects-less,wording"))).isZero();
    }

    @Test
    void theCompiledCatalogComparedWithItselfHasNoChange() throws IOException {
        assertThat(compare("classes").count(EnumSet.allOf(ChangeClass.class))).isZero();
    }

    @Test
    void anUnknownClassOfChangesIsToldWithThoseThereAre() {
        assertThat(FailOn.parse("")).isEqualTo(Set.of());
        assertThatThrownBy(() -> FailOn.parse("collects-everything"))
                .hasMessageContaining("'collects-everything', only collects-more, collects-less, wording");
    }

    private Optional<Catalog> read(String place) throws IOException {
        return new EarlierCatalog(place).read("sample", top, committed);
    }

    private CatalogComparison compare(String place) throws IOException {
        try (ClassRoot root = ClassRoot.open(classes)) {
            return CatalogComparison.of(
                    CompiledModule.read(root).catalogs(), new EarlierCatalog(place), top, committed);
        }
    }

    private static void write(Path file, Catalog catalog) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, CatalogJsonWriter.write(catalog));
    }

    private void commit(Catalog catalog) throws IOException, InterruptedException {
        if (!Files.exists(top.resolve(".git"))) {
            git("init", "-q", "-b", "main");
        }
        write(committed.resolve("catalog.json"), catalog);
        git("add", "catalog");
        git("commit", "-q", "-m", "publish");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", top.toString(), "-c", "user.name=it", "-c", "user.email=it@it.example"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
