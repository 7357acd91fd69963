package dev.vitrine.catalog.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** A Markdown page that is being built, block after block. */
final class Page {
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .lineSeparator("\n")
            .build();

    private final Document document = new Document();

    Page heading(int level, Node... line) {
        Heading heading = new Heading();
        heading.setLevel(level);
        return add(heading, line);
    }

    Page paragraph(Node... line) {
        return add(new Paragraph(), line);
    }

    /** A paragraph of pieces. */
    Page paragraph(List<Node> line) {
        return paragraph(line.toArray(new Node[0]));
    }

    /** A list of lines, each of several pieces. */
    Page bullets(List<List<Node>> lines) {
        return list(new BulletList(), lines);
    }

    /** A numbered list of lines. */
    Page steps(List<List<Node>> lines) {
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(1);
        list.setMarkerDelimiter(".");
        return list(list, lines);
    }

    Page code(String language, String literal) {
        FencedCodeBlock block = new FencedCodeBlock();
        block.setInfo(language);
        block.setLiteral(literal + '\n');
        document.appendChild(block);
        return this;
    }

    /** A table: the titles of its columns, and rows of cells of several pieces. */
    Page table(List<String> titles, List<List<List<Node>>> rows) {
        TableHead head = new TableHead();
        head.appendChild(
                row(titles.stream().map(title -> List.of(Inline.text(title))).toList(), true));
        TableBody body = new TableBody();
        rows.forEach(cells -> body.appendChild(row(cells, false)));
        TableBlock table = new TableBlock();
        table.appendChild(head);
        table.appendChild(body);
        document.appendChild(table);
        return this;
    }

    /** The page, with a line end at its end. */
    String render() {
        String markdown = RENDERER.render(document);
        return markdown.endsWith("\n") ? markdown : markdown + '\n';
    }

    private static TableRow row(List<List<Node>> cells, boolean header) {
        TableRow row = new TableRow();
        for (List<Node> pieces : cells) {
            TableCell cell = new TableCell();
            cell.setHeader(header);
            cell.appendChild(Inline.words(" "));
            pieces.forEach(cell::appendChild);
            cell.appendChild(Inline.words(pieces.isEmpty() ? "" : " "));
            row.appendChild(cell);
        }
        return row;
    }

    private Page list(ListBlock list, List<List<Node>> lines) {
        list.setTight(true);
        for (List<Node> line : lines) {
            Paragraph paragraph = new Paragraph();
            line.forEach(paragraph::appendChild);
            ListItem item = new ListItem();
            item.appendChild(paragraph);
            list.appendChild(item);
        }
        document.appendChild(list);
        return this;
    }

    private Page add(Block block, Node... line) {
        for (Node piece : line) {
            block.appendChild(piece);
        }
        document.appendChild(block);
        return this;
    }
}
