package dev.vitrine.example.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The collector, started as its operators start it, on ports that are free. */
final class CollectorProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    private final Process process;
    private final URI batches;
    private final URI page;

    CollectorProcess(Path jar, Path catalog, Path data) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--catalog",
                        catalog.toString(),
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--page-port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        batches = address(out.readLine());
        page = address(out.readLine());
    }

    private static URI address(String line) {
        Matcher address = ADDRESS.matcher(String.valueOf(line));
        Mismatch.unless(address.find(), "the collector did not start");
        return URI.create(address.group());
    }

    /** Where batches are posted. */
    URI batches() {
        return batches;
    }

    /** What its page's port answers to a path. */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        Mismatch.unless(answer.statusCode() == 200, page.resolve(path) + " answered " + answer.statusCode());
        return answer.body();
    }

    /** Tells it to end, and requires that it does. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            Mismatch.unless(process.waitFor(20, TimeUnit.SECONDS), "the collector did not end within 20 s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
