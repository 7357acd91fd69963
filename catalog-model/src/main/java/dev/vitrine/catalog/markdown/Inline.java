package dev.vitrine.catalog.markdown;

import dev.vitrine.catalog.DisplayText;
import dev.vitrine.catalog.wording.Sentence;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The pieces that lines are made of. */
final class Inline {
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
    private static final Pattern WEB = Pattern.compile("https?://[!-~&&[^<>()\"`|\\\\]]+");
    private static final Pattern NO_ANCHOR = Pattern.compile("[^A-Za-z0-9-]");

    private Inline() {}

    /** Words of other people's: never markup, whatever they hold. */
    static Node text(String text) {
        return new Text(DisplayText.of(text));
    }

    /** Words of ours, with the spaces around them. */
    static Node words(String literal) {
        return new Text(literal);
    }

    /** Words in which what is typed stands between grave accents. */
    static List<Node> sentence(String sentence) {
        return Sentence.pieces(sentence).stream()
                .map(piece -> piece.typed() ? code(piece.text()) : words(piece.text()))
                .toList();
    }

    /** Words of weight. */
    static Node strong(String text) {
        StrongEmphasis strong = new StrongEmphasis();
        strong.appendChild(text(text));
        return strong;
    }

    /**
     * A name or value as it is typed. One with a grave accent or a bar is written as words: no reader of Markdown agrees
     * with the next on how those are written as code, least of all in a table.
     */
    static Node code(String literal) {
        String visible = DisplayText.of(literal);
        return visible.isEmpty() || visible.indexOf('`') >= 0 || visible.indexOf('|') >= 0
                ? text('"' + visible + '"')
                : new Code(visible);
    }

    /** A link to a place on this page. */
    static Node linkTo(String anchor, String text) {
        return link('#' + anchor, text);
    }

    /** A link to another page, if the address is one of the web or of mail; plain words otherwise. */
    static Node linkOut(String address) {
        if (MAIL.matcher(address).matches()) {
            return link("mailto:" + address, address);
        }
        if (!WEB.matcher(address).matches()) {
            return text(address);
        }
        return link(address, address);
    }

    /** A place that links can name: letters, digits and hyphens; anything else in {@code anchor} is left out. */
    static Node anchor(String anchor) {
        HtmlInline html = new HtmlInline();
        html.setLiteral("<a id=\"" + anchorName(anchor) + "\"></a>");
        return html;
    }

    private static Node link(String destination, String text) {
        Link link = new Link(destination, null);
        link.appendChild(text(text));
        return link;
    }

    /** The letters, digits and hyphens of a text. */
    static String anchorName(String text) {
        return NO_ANCHOR.matcher(text).replaceAll("");
    }
}
