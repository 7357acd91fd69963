package dev.vitrine.example.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A run of the program that goes on: a line typed, its answer read. */
final class RunningAgent implements AutoCloseable {
    private final Process process;
    private final Writer in;
    private final Reader out;

    RunningAgent(Process process) throws IOException {
        this.process = process;
        this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        readToPrompt();
    }

    /** Types a line and returns what is printed until the next prompt. */
    String type(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
        return readToPrompt();
    }

    private String readToPrompt() throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!("\n" + answer).endsWith("\n" + AgentTerminal.PROMPT)) {
            int next = out.read();
            if (next < 0) {
                throw new AssertionError("the agent ended: " + answer);
            }
            answer.append((char) next);
        }
        return answer.substring(0, answer.length() - AgentTerminal.PROMPT.length());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        in.close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the agent did not end");
        }
    }
}
