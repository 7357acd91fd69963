package dev.vitrine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources that a test compiles into a folder, with the runtime on the class path. */
public final class CompiledSources {
    private final List<JavaFileObject> sources = new ArrayList<>();

    /** Adds a compilation unit; {@code path} as in {@code sample/Opened.java}. */
    public CompiledSources add(String path, String source) {
        sources.add(new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        });
        return this;
    }

    /** Compiles without annotation processing; the sources must be right. */
    public Path compile(Path folder, Path... classPath) throws IOException {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        for (Path element : classPath) {
            path.append(java.io.File.pathSeparatorChar).append(element);
        }
        StringWriter messages = new StringWriter();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of("-proc:none", "-g", "-d", folder.toString(), "-cp", path.toString()),
                        null,
                        sources)
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
        return folder;
    }
}
