package dev.vitrine.processor;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.vitrine.processor.check.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * A declaration with one mistake. The sources hold the marker {@code /*!*}{@code /} right before the place at which the
 * error must be shown.
 *
 * @param name what is wrong, in words
 * @param diagnostic the error
 * @param sources the sources; those in the package {@code generated} come from another processor
 * @param setup what else the compiler needs
 */
record NegativeCase(String name, Diagnostic diagnostic, List<String> sources, Setup setup) {
    static final String MARKER = "/*!*/";

    private static final String IMPORTS = """
            package demo;

            import dev.vitrine.*;
            import java.time.*;
            import java.time.temporal.ChronoUnit;
            import java.util.*;

            """;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:record|class|enum|interface) (\\w+)");
    private static final String EXPERIMENT =
            "@Experiment(id = \"sample\", question = \"Why?\", owner = \"o@x.example\", expires = \"2027-01-01\")\n";

    /** Changes the compiler. */
    interface Setup {
        Compiler apply(Compiler compiler) throws Exception;
    }

    /** A source as it stands, with the imports before it; one that begins with its own is taken whole. */
    static NegativeCase source(String name, Diagnostic diagnostic, String... sources) {
        List<String> all = new ArrayList<>();
        for (String source : sources) {
            boolean isWhole = source.startsWith("package ") || source.startsWith("import ");
            all.add(isWhole ? source : IMPORTS + source);
        }
        return new NegativeCase(name, diagnostic, all, compiler -> compiler);
    }

    /** An experiment whose annotation is right. */
    static NegativeCase record(String name, Diagnostic diagnostic, String declaration) {
        return source(name, diagnostic, EXPERIMENT + declaration);
    }

    /** An experiment with one component, whose description is there. */
    static NegativeCase component(String name, Diagnostic diagnostic, String component) {
        return component(name, diagnostic, component, "");
    }

    /** An experiment with one component, whose description is there, and other members. */
    static NegativeCase component(String name, Diagnostic diagnostic, String component, String members) {
        return record(
                name, diagnostic, "public record Sample(@Description(\"d\") " + component + ") {\n" + members + "\n}");
    }

    /** A type that no field can hold. */
    static NegativeCase open(String type) {
        return component("a component of type " + type, Diagnostic.OPEN_TYPE, type + " " + MARKER + "value");
    }

    /** An experiment with one member of its annotation replaced. */
    static NegativeCase experiment(String name, Diagnostic diagnostic, String member, String value) {
        String members = "id = \"sample\", question = \"Why?\", owner = \"o@x.example\", expires = \"2027-01-01\"";
        String replaced = members.contains(member + " = ")
                ? members.replaceFirst(member + " = \"[^\"]*\"", Matcher.quoteReplacement(member + " = " + value))
                : members + ", " + member + " = " + value;
        return source(name, diagnostic, "@Experiment(" + replaced + ")\nrecord Sample() {}");
    }

    /** An application with one member of its annotation, or of that of its recipient, replaced. */
    static NegativeCase application(String name, Diagnostic diagnostic, String member, String value) {
        return source(name, diagnostic, application(member, value) + "class App {}");
    }

    /** The annotation of an application with one member replaced. */
    static String application(String member, String value) {
        String text = """
                @AnalyticsApplication(name = "app", controller = "Example Inc.", contact = "privacy@x.example",
                    policy = "https://x.example/privacy",
                    recipient = @Recipient(label = "x.example", endpoint = "https://x.example/api", region = "EU",
                        retentionDays = 90)%s)
                """;
        boolean isGiven = !member.isEmpty() && text.contains(member + " = ");
        String replaced = isGiven
                ? text.replaceFirst(
                        "\\b" + member + " = (\"[^\"]*\"|\\d+)", Matcher.quoteReplacement(member + " = " + value))
                : text;
        return replaced.replace("label", "name")
                .formatted(isGiven || member.isEmpty() ? "" : ", " + member + " = " + value);
    }

    NegativeCase with(Setup other) {
        return new NegativeCase(name, diagnostic, sources, other);
    }

    List<JavaFileObject> files() {
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            if (source.startsWith("package generated;")) {
                continue;
            }
            files.add(JavaFileObjects.forSourceString(typeName(source), source));
        }
        return files;
    }

    /** The source in which the error must be shown, and where. */
    Expected expected() {
        for (String source : sources) {
            int marker = source.indexOf(MARKER);
            if (marker >= 0) {
                int end = marker + MARKER.length();
                long line = source.substring(0, end).lines().count();
                long column = end - source.lastIndexOf('\n', end - 1);
                return new Expected(typeName(source).replace('.', '/') + ".java", line, column);
            }
        }
        throw new AssertionError(name + " has no marker");
    }

    /**
     * Where an error is expected.
     *
     * @param file the path of the source
     * @param line the line, from 1
     * @param column the column, from 1
     */
    record Expected(String file, long line, long column) {}

    /** The first top-level class in a source. */
    private static String typeName(String source) {
        Matcher type = TYPE.matcher(source.replace(MARKER, ""));
        Matcher packageName = PACKAGE.matcher(source);
        if (!type.find()) {
            throw new AssertionError("no class in " + source);
        }
        return packageName.find() ? packageName.group(1) + "." + type.group(1) : type.group(1);
    }

    @Override
    public String toString() {
        return name;
    }
}
