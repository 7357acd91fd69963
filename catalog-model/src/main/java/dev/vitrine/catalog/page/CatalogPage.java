package dev.vitrine.catalog.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a catalog as {@code index.html}: one file that loads nothing, can be read without JavaScript, and with it be
 * searched and filtered.
 */
public final class CatalogPage {
    private static final DefaultMustacheFactory TEMPLATES = new DefaultMustacheFactory("dev/vitrine/catalog/page");
    private static final Mustache BEFORE_THE_DATA = TEMPLATES.compile("page.mustache");
    private static final Mustache AFTER_THE_DATA = TEMPLATES.compile("page-end.mustache");
    private static final byte[] LESS_THAN = "\\u003c".getBytes(StandardCharsets.US_ASCII);
    private static final InlineResource STYLE = InlineResource.read("page.css");
    private static final InlineResource SCRIPT = InlineResource.read("page.js");

    private static final Pattern CALL_SITES = Pattern.compile(
            "\\s*(<details><summary>Where it is emitted</summary>.*?</details>)?"
                    + "\\s*(<p class=\"muted\">No call of it was found in the application: nothing emits it\\.</p>)?"
                    + "\\s*</article>",
            Pattern.DOTALL);

    private CatalogPage() {}

    /**
     * The page: UTF-8, {@code \n} at the end of every line. The same arguments give the same bytes everywhere.
     *
     * @param callSites for the id of each experiment whose callers were looked for, the methods that emit it
     */
    public static byte[] write(Catalog catalog, Map<String, List<CallSite>> callSites) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer page = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            byte[] file = CatalogJsonWriter.write(catalog);
            PageView view = PageView.of(catalog, file, callSites, STYLE, SCRIPT);
            BEFORE_THE_DATA.execute(page, view).flush();
            embed(file, bytes);
            AFTER_THE_DATA.execute(page, view);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array does not refuse bytes", impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes JSON as it can stand in an HTML script element: no {@code <} is left that could end it or begin a comment. */
    private static void embed(byte[] json, ByteArrayOutputStream page) {
        int written = 0;
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '<') {
                page.write(json, written, i - written);
                page.write(LESS_THAN, 0, LESS_THAN.length);
                written = i + 1;
            }
        }
        page.write(json, written, json.length - written);
    }

    /**
     * The text of a page without its call sites: what two pages have in common when code moved and the catalog did not.
     * Texts of the catalog are escaped in a page, so none of them can look like a part of it.
     */
    public static String withoutCallSites(byte[] page) {
        return CALL_SITES.matcher(new String(page, StandardCharsets.UTF_8)).replaceAll("\n</article>");
    }
}
