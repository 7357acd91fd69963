package dev.vitrine.catalog.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import dev.vitrine.catalog.Catalog;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a catalog as {@code index.html}: one file that loads nothing, can be read without JavaScript, and with it be
 * searched and filtered.
 */
public final class CatalogPage {
    private static final Mustache TEMPLATE =
            new DefaultMustacheFactory("dev/vitrine/catalog/page").compile("page.mustache");
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
        StringWriter page = new StringWriter();
        TEMPLATE.execute(page, PageView.of(catalog, callSites, STYLE, SCRIPT));
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of a page without its call sites: what two pages have in common when code moved and the catalog did not.
     * Texts of the catalog are escaped in a page, so none of them can look like a part of it.
     */
    public static String withoutCallSites(byte[] page) {
        return CALL_SITES.matcher(new String(page, StandardCharsets.UTF_8)).replaceAll("\n</article>");
    }
}
