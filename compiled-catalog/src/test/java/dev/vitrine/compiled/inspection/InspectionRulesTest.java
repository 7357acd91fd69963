package dev.vitrine.compiled.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InspectionRulesTest {
    @Test
    void whereNoCommandIsKnownASentenceSaysHowToCompileAgain() {
        assertThat(rules("").recompile()).isEqualTo("Delete what was compiled, and compile all of it again.");
        assertThat(rules("./gradlew clean classes").recompile())
                .isEqualTo("Compile again from clean: ./gradlew clean classes");
    }

    private static InspectionRules rules(String compileCommand) {
        return new InspectionRules(Path.of(""), LocalDate.EPOCH, 30, false, "", compileCommand);
    }
}
