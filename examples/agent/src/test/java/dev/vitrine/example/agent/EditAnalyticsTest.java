package dev.vitrine.example.agent;

import dev.vitrine.ConsentMode;
import dev.vitrine.example.agent.EditToolOutcome.Outcome;
import dev.vitrine.testing.TestInstallation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit tells, and when: with the test kit that every application can use. */
class EditAnalyticsTest {
    @TempDir
    private Path folder;

    @Test
    void anEditRecordsItsModelItsOutcomeAndItsAttemptsAndNothingElse() throws IOException {
        try (TestInstallation installation = TestInstallation.agreedTo(ConsentMode.ANONYMOUS)) {
            PiAnalytics analytics = installation.open(PiAnalytics::open);

            edit(analytics, "a model of my own");

            installation.assertRecordedOnly(
                    new EditToolOutcome("other", Outcome.APPLIED, 1),
                    new EditToolOutcome("other", Outcome.NO_MATCH, 3));
        }
    }

    @Test
    void withoutConsentAnEditSendsNothing() throws IOException {
        try (TestInstallation installation = TestInstallation.undecided()) {
            PiAnalytics analytics = installation.open(PiAnalytics::open);

            edit(analytics, "claude-opus-4.5");

            installation.assertNothingSent();
        }
    }

    /** One edit that fits, and one that does not. */
    private void edit(PiAnalytics analytics, String model) throws IOException {
        Path file = Files.writeString(folder.resolve("Main.java"), "int a = 1;\n");
        EditCommand command = new EditCommand(analytics, new Session(model), new PrintWriter(Writer.nullWriter()));
        command.run(List.of(file.toString(), "int a", "long a"));
        command.run(List.of(file.toString(), "int b", "long b"));
    }
}
