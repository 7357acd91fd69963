package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.internal.consent.TestPermits;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final long NOW = 1_795_219_200_000L;

    @TempDir
    Path home;

    private StateDirectory state;
    private Ledger ledger;
    private Claimer self;
    private Spool spool;
    private Path directory;
    private int made;

    @BeforeEach
    void begin() {
        state = new StateDirectory(home.resolve("state"));
        directory = state.resolve(Spool.DIRECTORY);
        ledger = new Ledger(state);
        self = Claimer.ofThisProcess();
        spool = spool(self);
    }

    private Spool spool(Claimer claimer) {
        return new Spool(state, claimer, ledger, "vitrine", "loopback");
    }

    private Batch batch(long created, int events, int bytes) {
        String id = String.format("%032x", ++made);
        return Bench.batch(id, created, events, ("{" + " ".repeat(bytes) + "}").getBytes(StandardCharsets.UTF_8));
    }

    private void store(long created, int events, int bytes) throws IOException {
        spool.store(TestPermits.anonymous(), batch(created, events, bytes), false);
    }

    private long lost(LossReason reason) {
        return ledger.totals().lost().getOrDefault(reason, 0L);
    }

    /** Failure 22: a second process took a live process's file. */
    @Test
    void what_a_live_process_has_claimed_is_left_to_it() throws Exception {
        store(NOW, 1, 10);
        assertThat(spool.claimNext(NOW)).isNotNull();
        Spool other = spool(Claimer.ofThisProcess());
        other.scan(NOW);
        assertThat(other.claimNext(NOW)).isNull();
    }

    /** Whether a claim that bears another owner's name is free to be taken over. */
    private boolean isTakenOverFrom(Claimer owner) throws IOException {
        store(NOW, 3, 10);
        Spool.Claimed claimed = spool.claimNext(NOW);
        Files.move(
                directory.resolve(claimed.name().toString()),
                directory.resolve(claimed.name().claimedBy(owner).toString()));
        Spool next = spool(Claimer.ofThisProcess());
        next.scan(NOW);
        Spool.Claimed taken = next.claimNext(NOW);
        return taken != null && taken.batch().events() == 3;
    }

    @Test
    void what_a_dead_process_had_claimed_is_taken_over() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        assertThat(isTakenOverFrom(new Claimer(self.realm(), dead.pid(), 1, "00000000")))
                .isTrue();
    }

    @Test
    void a_process_id_that_is_used_again_does_not_keep_a_claim_alive() throws Exception {
        assertThat(isTakenOverFrom(new Claimer(self.realm(), self.pid(), self.started() - 1, "00000000")))
                .isTrue();
    }

    @Test
    void a_process_id_that_another_live_process_has_now_does_not_keep_a_claim_alive() throws Exception {
        long another = ProcessHandle.current().parent().orElseThrow().pid();
        assertThat(isTakenOverFrom(new Claimer(self.realm(), another, 0, "00000000")))
                .isTrue();
    }

    @Test
    void a_claim_is_as_young_as_it_is_and_not_as_old_as_its_batch() throws Exception {
        store(NOW, 3, 10);
        File waiting = directory.toFile().listFiles()[0];
        assertThat(waiting.setLastModified(System.currentTimeMillis() - 7_200_000))
                .isTrue();
        Spool.Claimed claimed = spool.claimNext(NOW);
        Path foreign = directory.resolve(claimed.name()
                .claimedBy(new Claimer("ffffffff", 1, 1, "00000000"))
                .toString());
        Files.move(directory.resolve(claimed.name().toString()), foreign);

        Spool next = spool(Claimer.ofThisProcess());
        next.scan(NOW);
        assertThat(next.claimNext(NOW)).isNull();
    }

    @Test
    void a_body_that_would_be_two_lines_of_the_log_is_damaged_whatever_its_checksum_says() throws Exception {
        byte[] body = "{\"batch\":\n\"0\"}".getBytes(StandardCharsets.UTF_8);
        Batch batch = Bench.batch("0".repeat(32), NOW, 2, body);
        assertThat(spool.store(TestPermits.anonymous(), batch, false)).isNull();

        assertThat(spool.claimNext(NOW)).isNull();
        assertThat(ledger.totals().lost()).isEqualTo(Map.of(LossReason.DAMAGED, 2L));
    }

    @Test
    void a_claim_from_another_container_or_machine_holds_for_an_hour() throws Exception {
        store(NOW, 3, 10);
        Spool.Claimed claimed = spool.claimNext(NOW);
        Path foreign = directory.resolve(claimed.name()
                .claimedBy(new Claimer("ffffffff", 1, 1, "00000000"))
                .toString());
        Files.move(directory.resolve(claimed.name().toString()), foreign);
        Spool next = spool(Claimer.ofThisProcess());
        next.scan(NOW);
        assertThat(next.claimNext(NOW)).isNull();
        assertThat(foreign.toFile().setLastModified(System.currentTimeMillis() - 3_700_000))
                .isTrue();
        next.scan(NOW);
        assertThat(next.claimNext(NOW)).isNotNull();
    }

    /** Failure 28: a lock file that is opened twice frees itself. Here a claim is a rename, which only one can do. */
    @Test
    void of_two_spools_in_one_process_only_one_gets_a_batch() throws Exception {
        for (int i = 0; i < 100; i++) {
            store(NOW, 1, 10);
        }
        Spool other = spool(Claimer.ofThisProcess());
        other.scan(NOW);
        List<String> claimed = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Spool each : List.of(spool, other)) {
            threads.add(new Thread(() -> {
                Spool.Claimed next;
                while ((next = each.claimNext(NOW)) != null) {
                    synchronized (claimed) {
                        claimed.add(next.name().id());
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(claimed).hasSize(100).doesNotHaveDuplicates();
    }

    /** Failure 27: a file grew without bound. */
    @Test
    void holds_at_most_500_files_and_drops_the_oldest() throws Exception {
        for (int i = 0; i < 600; i++) {
            store(NOW + i, 2, 10);
        }
        assertThat(Bench.names(directory)).hasSize(500);
        assertThat(lost(LossReason.SPOOL_FULL)).isEqualTo(200);
        assertThat(spool.oldest()).isEqualTo(NOW + 100);
    }

    @Test
    void holds_at_most_5_mib() throws Exception {
        for (int i = 0; i < 120; i++) {
            store(NOW + i, 1, 64 * 1024);
        }
        long bytes = 0;
        for (String name : Bench.names(directory)) {
            bytes += Files.size(directory.resolve(name));
        }
        assertThat(bytes).isLessThanOrEqualTo(5L * 1024 * 1024).isGreaterThan(4L * 1024 * 1024);
        assertThat(lost(LossReason.SPOOL_FULL) + Bench.names(directory).size()).isEqualTo(120);
    }

    @Test
    void drops_what_is_older_than_21_days_and_counts_it() throws Exception {
        store(NOW, 5, 10);
        store(NOW + 1000, 7, 10);
        Spool ofALaterRun = spool(Claimer.ofThisProcess());
        ofALaterRun.scan(NOW + Duration.ofDays(21).toMillis() + 1);
        assertThat(lost(LossReason.TOO_OLD)).isEqualTo(5);
        assertThat(ofALaterRun.waiting()).isEqualTo(1);
    }

    @Test
    void a_batch_from_a_clock_that_was_years_ahead_is_sent_and_ages_from_now_on() throws Exception {
        store(NOW + Duration.ofDays(3650).toMillis(), 5, 10);
        Spool.Claimed claimed = spool.claimNext(NOW);
        assertThat(claimed.name().created()).isEqualTo(NOW);
        spool.release(claimed);
        spool(Claimer.ofThisProcess()).scan(NOW + Duration.ofDays(22).toMillis());
        assertThat(lost(LossReason.TOO_OLD)).isEqualTo(5);
    }

    @Test
    void ten_kinds_of_damaged_files_among_a_thousand_good_ones_stop_nothing() throws Exception {
        Random random = new Random(42);
        int good = 0;
        Set<String> arrived = new HashSet<>();
        int damaged = 0;
        for (int round = 0; round < Torture.count(4, 25); round++) {
            for (int i = 0; i < 40; i++) {
                store(NOW + i, 1, random.nextInt(2_000));
                good++;
            }
            damaged += poison(random);
            Spool reader = spool(Claimer.ofThisProcess());
            reader.scan(NOW);
            Spool.Claimed claimed;
            while ((claimed = reader.claimNext(NOW + 100)) != null) {
                byte[] body = claimed.batch().body();
                assertThat(new String(body, StandardCharsets.UTF_8))
                        .startsWith("{")
                        .endsWith("}");
                assertThat(arrived.add(claimed.name().id())).isTrue();
                reader.delivered(claimed);
            }
            spool = spool(self);
        }
        assertThat(arrived).hasSize(good);
        assertThat(ledger.totals().delivered()).isEqualTo(good);
        assertThat(lost(LossReason.DAMAGED)).isEqualTo(damaged);
    }

    /** Damages ten batches, each in its own way; answers how many events of ours were in them, as far as it can be told. */
    private int poison(Random random) throws Exception {
        List<Path> victims = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Batch batch = batch(NOW + i, 1, 300);
            spool.store(TestPermits.anonymous(), batch, false);
            int length = SpoolFile.head("vitrine", "loopback", batch).length + batch.length();
            victims.add(directory.resolve(new BatchName(NOW + i, 1, length, batch.id(), null, true).toString()));
        }
        Files.write(victims.get(0), new byte[0]);
        try (RandomAccessFile file = new RandomAccessFile(victims.get(1).toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        byte[] flipped = Files.readAllBytes(victims.get(2));
        flipped[random.nextInt(flipped.length)] ^= 1;
        Files.write(victims.get(2), flipped);
        Files.write(victims.get(3), new byte[(int) Files.size(victims.get(3))]);
        Files.write(victims.get(4), new byte[4 * 1024 * 1024]);
        Files.delete(victims.get(5));
        Files.createDirectory(victims.get(5));
        Files.delete(victims.get(6));
        Files.createSymbolicLink(victims.get(6), Path.of("/dev/zero"));
        Files.delete(victims.get(7));
        assertThat(new ProcessBuilder("mkfifo", victims.get(7).toString())
                        .start()
                        .waitFor())
                .isZero();
        byte[] random1 = new byte[(int) Files.size(victims.get(8))];
        random.nextBytes(random1);
        Files.write(victims.get(8), random1);
        Files.delete(victims.get(9));
        Files.createSymbolicLink(victims.get(9), home.resolve("nowhere"));
        return 10;
    }

    @Test
    void files_that_are_not_its_own_are_neither_touched_nor_in_the_way() throws Exception {
        state.create(directory);
        int foreign = Torture.count(2_000, 100_000);
        for (int i = 0; i < foreign; i++) {
            assertThat(directory.resolve("foreign-" + i + ".batch").toFile().createNewFile())
                    .isTrue();
        }
        for (String name : List.of("1-1-1-x.batch", "-1-1-1-" + "0".repeat(32) + ".batch", "a.b.sending")) {
            assertThat(directory.resolve(name).toFile().createNewFile()).isTrue();
        }
        store(NOW, 4, 10);
        Spool other = spool(Claimer.ofThisProcess());
        other.scan(NOW);
        other.delivered(other.claimNext(NOW));
        other.withdraw();
        assertThat(ledger.totals().delivered()).isEqualTo(4);
        assertThat(Bench.names(directory)).hasSize(foreign + 3);
    }

    @Test
    void nothing_is_written_through_a_symbolic_link_in_its_place() throws Exception {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createDirectories(state.path());
        Files.createSymbolicLink(directory, elsewhere);
        assertThatThrownBy(() -> store(NOW, 1, 10)).isInstanceOf(IOException.class);
        assertThat(Bench.names(elsewhere)).isEmpty();
    }

    @Test
    void a_directory_that_was_deleted_meanwhile_is_made_again_and_what_was_in_it_is_counted() throws Exception {
        store(NOW, 4, 10);
        Files.delete(directory.resolve(Bench.names(directory).get(0)));
        Files.delete(directory);
        store(NOW, 5, 10);
        assertThat(lost(LossReason.DISK_ERROR)).isEqualTo(4);
        assertThat(spool.claimNext(NOW).batch().events()).isEqualTo(5);
    }

    @Test
    void what_a_killed_process_was_writing_is_removed_by_the_next_run() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        state.create(directory);
        BatchName half = new BatchName(NOW, 1, 100, "0".repeat(32), null, true)
                .writtenBy(new Claimer(self.realm(), dead.pid(), 1, "00000000"));
        Files.writeString(directory.resolve(half.toString()), "vitrine 1 ");
        spool.scan(NOW);
        assertThat(Bench.names(directory)).isEmpty();
        assertThat(spool.claimNext(NOW)).isNull();
    }

    @Test
    void a_batch_for_another_address_or_protocol_waits_for_a_run_that_has_it() throws Exception {
        store(NOW, 1, 10);
        Spool other = new Spool(state, Claimer.ofThisProcess(), ledger, "vitrine", "https://new.example/");
        other.scan(NOW);
        assertThat(other.claimNext(NOW)).isNull();
        assertThat(Bench.names(directory)).hasSize(1);
    }

    @Test
    void a_name_is_ours_only_if_it_is_exactly_what_we_would_write() {
        Random random = new Random(7);
        String good = new BatchName(NOW, 3, 120, "0123456789abcdef".repeat(2), self, true).toString();
        assertThat(BatchName.parse(good)).hasToString(good);
        for (int i = 0; i < 20_000; i++) {
            char[] letters = good.toCharArray();
            letters[random.nextInt(letters.length)] = (char) (32 + random.nextInt(95));
            String name = new String(letters);
            BatchName parsed = BatchName.parse(name);
            assertThat(parsed == null ? name : parsed.toString()).isEqualTo(name);
        }
    }
}
