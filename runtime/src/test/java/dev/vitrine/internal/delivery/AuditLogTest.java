package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    Path state;

    private AuditLog open() {
        return new AuditLog(new StateDirectory(state), Claimer.ofThisProcess(), null);
    }

    private static Batch line(byte[] body) {
        return Bench.batch("0".repeat(32), 0, 1, body);
    }

    @Test
    void the_audit_log_is_rotated_at_5_mib_and_old_parts_go() throws Exception {
        AuditLog log = open();
        byte[] body = ("{\"batch\":\"" + "x".repeat(60_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 400; i++) {
            log.append(line(body), 1_795_219_200_000L + i);
        }
        assertThat(state.resolve("sent.jsonl").toFile().length()).isLessThanOrEqualTo(5L * 1024 * 1024);
        long all = 0;
        for (String name : Bench.names(state)) {
            all += state.resolve(name).toFile().length();
        }
        assertThat(all).isBetween(5L * 1024 * 1024, 11L * 1024 * 1024);
        assertThat(AuditLog.lines(state)).allMatch(line -> line.length() == body.length);
    }

    @Test
    void an_old_part_has_the_digits_by_which_it_is_sorted_in_every_language() throws Exception {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            AuditLog log = open();
            byte[] body = ("{\"batch\":\"" + "x".repeat(900_000) + "\"}").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 7; i++) {
                log.append(line(body), 1_795_219_200_000L);
            }
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(Bench.names(state))
                .anySatisfy(name -> assertThat(name).matches("sent-1795219200000-[0-9a-f]{8}\\.jsonl"));
    }

    /** The folder may be older, and open to others. */
    @Test
    void the_audit_log_is_for_its_users_eyes_alone() throws Exception {
        AuditLog log = open();
        log.append(line(new byte[] {'{', '}'}), 0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("sent.jsonl"))))
                .isEqualTo("rw-------");
    }

    /** Also one that came after the gate had looked. */
    @Test
    void nothing_is_logged_through_a_link_to_a_place_of_others() throws Exception {
        Path elsewhere = Files.createFile(state.resolve("elsewhere"));
        Files.createSymbolicLink(state.resolve("sent.jsonl"), elsewhere);
        AuditLog log = open();
        assertThatThrownBy(() -> log.append(line(new byte[] {'{', '}'}), 0)).hasMessageContaining("is a link");
        assertThat(elsewhere).isEmptyFile();
    }

    @Test
    void a_line_that_was_cut_off_does_not_spoil_the_next_one() throws Exception {
        Files.writeString(state.resolve("sent.jsonl"), "{\"batch\":\"cut");
        open().append(line(new byte[] {'{', '}'}), 0);
        assertThat(AuditLog.lines(state)).containsExactly("{\"batch\":\"cut", "{}");
    }
}
