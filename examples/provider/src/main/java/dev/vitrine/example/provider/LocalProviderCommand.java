package dev.vitrine.example.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The provider as a program: says where it listens, and takes a behaviour a line from its standard input. */
public final class LocalProviderCommand {
    private LocalProviderCommand() {}

    /** Takes a port, or nothing for any that is free. Ends at the end of the input. */
    public static void main(String[] arguments) throws IOException {
        try (LocalProvider provider = new LocalProvider(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]))) {
            System.out.println("A model provider listens. Talk to it with");
            System.out.println("  java -jar examples/agent/target/pi.jar --provider-endpoint " + provider.endpoint());
            System.out.println("It answers, until you type one of these:");
            for (Behaviour behaviour : Behaviour.values()) {
                System.out.printf("  %-15s it %s%n", behaviour.word(), behaviour.explanation());
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.strip();
                Behaviour.of(word)
                        .ifPresentOrElse(
                                behaviour -> {
                                    provider.behave(behaviour);
                                    System.out.println("The provider now " + behaviour.explanation() + ".");
                                },
                                () -> System.out.println("The provider knows no '" + word + "'."));
            }
        } catch (NumberFormatException malformed) {
            System.err.println("not a port: " + arguments[0]);
            System.exit(2);
        }
    }
}
