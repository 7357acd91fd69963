package dev.vitrine.collector.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.page.Browser;
import dev.vitrine.collector.query.Threshold;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps pictures of the page in the module's target folder, for people to look at. */
class PicturesTest {
    @Test
    void thePageIsPicturedAtThreeWidthsInLightAndDark(@TempDir Path folder) throws Exception {
        Path pictures = Files.createDirectories(Path.of(System.getProperty("project.basedir"), "target", "pictures"));
        try (ServedPage page = SamplePage.served(folder.resolve("store"));
                Browser browser = new Browser(folder.resolve("profile"))) {
            for (int width : new int[] {360, 820, 1280}) {
                for (String scheme : new String[] {"light", "dark"}) {
                    browser.width(width);
                    browser.media("screen", scheme);
                    browser.driver().get(page.address() + "/");
                    Path picture = pictures.resolve("answers-" + width + "-" + scheme + ".png");
                    Files.write(picture, browser.picture());
                    assertThat(picture).isNotEmptyFile();
                }
            }
        }
        try (ServedPage page = new ServedPage(
                        folder.resolve("empty"), SampleCatalog.pi(), SamplePage.TODAY, Threshold.DEFAULT);
                Browser browser = new Browser(folder.resolve("another profile"))) {
            browser.width(1280);
            browser.media("screen", "light");
            browser.driver().get(page.address() + "/");
            Files.write(pictures.resolve("empty-1280-light.png"), browser.picture());
        }
    }
}
