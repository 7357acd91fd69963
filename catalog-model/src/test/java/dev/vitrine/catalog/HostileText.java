package dev.vitrine.catalog;

import java.util.List;

/** Words that try to be more than words, and a catalog in which every word of other people's is one of them. */
public final class HostileText {
    private HostileText() {}

    /** The words. */
    public static List<String> samples() {
        return List.of(
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "<!-- <script>",
                "<img src=x onerror=alert(1)>",
                "\"><a href='javascript:alert(1)'>x</a>",
                "{{question}} {{{question}}} {{>partial}}",
                "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
                "<https://evil.example/>",
                "[ref]: https://evil.example 'x'",
                "# heading\n## heading\n---\n===",
                "* item\n+ item\n- item\n1. item\n1) item",
                "> quote\n    code\n```\nfence\n~~~",
                "| a | b |\n|---|---|\n| c | d |",
                "a | b || c \\| d",
                "`code` ``more`` `",
                "*em* **strong** _em_ __strong__ ~~gone~~",
                "&lt;b&gt; &amp; &#60;b&#62; &copy;",
                "trailing backslash \\",
                "\\*not em\\*",
                "line one  \nline two\\\nline three\r\n\r\nparagraph",
                "\t\ttabs\tand    spaces   ",
                "\u202Eabc\u2066\u200B\uFEFF\u0000\u001B[31m",
                "!",
                "+",
                "-",
                "1.",
                "=",
                "~~~",
                ":---",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>");
    }

    /** A catalog whose words are all {@code text}. */
    public static Catalog catalog(String text) {
        List<Constant> constants = List.of(new Constant("first", text), new Constant(text, text));
        List<Field> fields = List.of(
                new Field("choice", text, new FieldType.EnumType(constants), false),
                new Field("choices", text, new FieldType.EnumSetType(constants), false),
                new Field("known", text, new FieldType.SourcedType("a.B", text, 4), false),
                new Field("flag", text, new FieldType.BooleanType(), true));
        Experiment experiment = new Experiment(
                "hostile",
                "hostile",
                text,
                text,
                text,
                java.time.LocalDate.of(2027, 1, 1),
                List.of(text),
                text,
                text,
                fields,
                "{\"choice\":\"first\"}");
        return new Catalog(
                new Application("pi", text, text, text),
                List.of(new Recipient(text, text, text, 1, "vitrine")),
                ConsentRules.of("pi", List.of("anonymous", "identified")),
                Envelope.entries(),
                List.of(new SideRequest(text, text, text)),
                List.of(experiment));
    }
}
