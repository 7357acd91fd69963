package dev.vitrine.collector.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;

/** Writes the page: HTML that loads one style sheet of the same server, and no script. */
final class AnswersPage {
    private static final Mustache TEMPLATE =
            new DefaultMustacheFactory("dev/vitrine/collector/page").compile("answers.mustache");

    private AnswersPage() {}

    /** The page, to be sent as UTF-8. */
    static String write(PageView view) {
        StringWriter page = new StringWriter();
        TEMPLATE.execute(page, view);
        return page.toString();
    }
}
