package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentStore;
import dev.vitrine.RecipientProtocol;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadSchema;
import dev.vitrine.binding.PayloadWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** A catalog that a test can edit as a developer would: two experiments, {@code edit} and {@code shell}. */
final class CatalogEdit {
    static final String SIDE_REQUEST_ENDPOINT = "https://pi.example/version";

    String sideRequest = "update-check";
    String recipient = "pi.example";
    String controller = "Example Inc.";
    String endpoint = "https://pi.example/api";
    String region = "EU";
    int retentionDays = 90;
    String question = "How often does the edit tool fail?";
    LocalDate expires = LocalDate.of(2099, 5, 29);
    Consumer<PayloadSchema> fields = payload -> {
        payload.range("attempts", 1, 20);
        payload.oneOf("tool", "sed", "patch");
        payload.optional().bool("retried");
        payload.constant("day", Day.class, "MON", "mon", "TUE", "tue");
        payload.constants("days", Day.class, "MON", "mon", "TUE", "tue");
        payload.oneOf("model", () -> Set::of, 100);
    };
    boolean withShell = true;
    boolean withThird;

    enum Day {
        MON,
        TUE,
        WED
    }

    record Event() {}

    static final class Type extends ExperimentType<Event> {
        Type(String id, String question, LocalDate expires, Consumer<PayloadSchema> fields) {
            super(id, id, question, expires.toEpochDay());
            fields.accept(payload);
        }

        @Override
        protected void write(Event event, PayloadWriter out) {}
    }

    Type edit() {
        return new Type("edit", question, expires, fields);
    }

    Type shell() {
        return new Type("shell", "How often is it started?", LocalDate.of(2099, 5, 29), payload -> {});
    }

    Type third() {
        return new Type("third", "What else?", LocalDate.of(2099, 5, 29), payload -> payload.bool("yes"));
    }

    List<Type> types() {
        List<Type> types = new ArrayList<>(List.of(edit()));
        if (withShell) {
            types.add(shell());
        }
        if (withThird) {
            types.add(third());
        }
        return types;
    }

    ApplicationType application() {
        return ApplicationType.named("pi")
                .controller(controller, "privacy@pi.example", "https://pi.example/privacy")
                .recipient(recipient, endpoint, region, retentionDays, RecipientProtocol.VITRINE)
                .mode(ConsentMode.ANONYMOUS)
                .mode(ConsentMode.IDENTIFIED)
                .sideRequest(sideRequest, SIDE_REQUEST_ENDPOINT, "Is there a newer version?")
                .outline(() -> types().stream().map(CatalogEdit::outline).toArray(String[]::new))
                .experiments(() -> List.copyOf(types()))
                .build();
    }

    private static String outline(Type type) {
        return type.id()
                + ' '
                + LocalDate.ofEpochDay(type.expires())
                + '\n'
                + String.join(
                        "", type.atoms().stream().map(atom -> " " + atom + '\n').toList());
    }

    /** Settings in memory. */
    static final class MemoryStore implements ConsentStore {
        private String text;

        @Override
        public synchronized String read() {
            return text;
        }

        @Override
        public synchronized boolean replace(String expected, String replacement) {
            boolean same = Objects.equals(text, expected);
            if (same) {
                text = replacement;
            }
            return same;
        }
    }
}
