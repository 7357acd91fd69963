package dev.vitrine.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.collector.Batches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SqliteStoreTest extends StoreContract {
    @Override
    Store open(Path folder, InstantSource clock) throws IOException {
        return SqliteStore.open(folder, 0, clock);
    }

    /** Whether any file of the store holds these bytes. */
    private boolean holds(byte[] bytes) throws IOException {
        String searched = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.list(folder.resolve("store"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(searched)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void the_bytes_of_what_was_forgotten_are_in_no_file() throws IOException {
        byte[] pseudonym = "\"1d5a\"".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 300; i++) {
            store.add(of(
                            i % 3 == 0 ? JANE : JOHN,
                            event(TODAY, "{\"i\":" + i + ",\"p\":" + (i % 3 == 0 ? "\"1d5a\"" : "\"\"") + '}', 1)))
                    .join();
        }
        assertThat(holds(TrackingIds.bytes(JANE))).isTrue();
        assertThat(holds(pseudonym)).isTrue();

        assertThat(store.forget(JANE).join()).isEqualTo(100);
        Awaitility.await().until(() -> !holds(TrackingIds.bytes(JANE)) && !holds(pseudonym));
        assertThat(holds(TrackingIds.bytes(JOHN))).isTrue();
    }

    @Test
    void the_bytes_of_what_was_forgotten_while_somebody_read_are_in_no_file_when_they_have_read() throws IOException {
        store.add(of(JANE, event(TODAY, "{}", 1))).join();
        try (Snapshot reading = store.snapshot()) {
            assertThat(reading.version()).isPositive();
            assertThat(store.forget(JANE).join()).isEqualTo(1);
            // Taken after the log could not be emptied for the first time.
            store.add(of(JOHN, event(TODAY, "{}", 1))).join();
            assertThat(holds(TrackingIds.bytes(JANE))).isTrue();
        }
        Awaitility.await().until(() -> !holds(TrackingIds.bytes(JANE)));
    }

    @Test
    void the_bytes_of_what_has_expired_are_in_no_file() {
        store.add(of(JANE, event(TODAY, "{\"p\":\"1d5a\"}", 1))).join();
        daysPass(91);
        store.removeExpired().join();
        Awaitility.await()
                .until(() -> !holds(TrackingIds.bytes(JANE)) && !holds("1d5a".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void what_was_answered_for_before_a_crash_is_counted_once_whether_it_was_folded_or_not() throws IOException {
        for (int i = 0; i < 30; i++) {
            store.add(anonymous(event(TODAY, "{\"a\":" + i % 7 + '}', 2))).join();
        }
        assertThat(countAfterCrash("in-the-journal")).isEqualTo(60);
        assertThat(count()).isEqualTo(60);
        assertThat(countAfterCrash("folded")).isEqualTo(60);
        store.add(anonymous(event(TODAY, "{\"a\":1}", 2))).join();
        assertThat(countAfterCrash("both")).isEqualTo(62);
        reopen();
        assertThat(count()).isEqualTo(62);
    }

    @Test
    void where_little_comes_in_but_always_something_it_waits_in_the_journal_for_some_seconds_only() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(12))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    // Never half a second without anything.
                    store.add(anonymous(event(TODAY, "{\"a\":1}", 2))).join();
                    return rows("anonymous") > 0;
                });
    }

    private long rows(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("store").resolve("collector.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.getLong(1);
        }
    }

    @Test
    void what_is_no_batch_fails_and_throws_nothing() {
        NewBatch nameless = new NewBatch("no id", null, LINUX, 90, List.of(event(TODAY, "{}", 1)));
        assertThat(store.add(nameless)).isCompletedExceptionally();
    }

    @Test
    void what_could_not_be_written_does_not_come_with_what_is_written_next() {
        NewBatch broken = anonymous(event(TODAY, "{}", 1), event(TODAY, null, 1));
        assertThatThrownBy(() -> store.add(broken).join()).isInstanceOf(CompletionException.class);
        NewBatch mended = new NewBatch(broken.id(), null, LINUX, 90, List.of(event(TODAY, "{}", 1)));
        assertThat(store.add(mended).join()).isEqualTo(Stored.COUNTED);
        assertThat(count()).isEqualTo(1);
    }

    /** How many events there are for who finds the files as they are now. */
    private long countAfterCrash(String name) throws IOException {
        Path found = Files.createDirectory(folder.resolve(name));
        for (String file : List.of("collector.sqlite", "collector.sqlite-wal")) {
            Files.copy(folder.resolve("store").resolve(file), found.resolve(file));
        }
        try (Store crashed = open(found, Batches.CLOCK)) {
            return count(crashed);
        }
    }

    @Test
    void a_second_process_is_kept_from_writing() {
        assertThatThrownBy(() -> open(folder.resolve("store"), InstantSource.system()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Another collector writes to");
    }

    @Test
    void a_store_of_a_later_format_is_left_alone() throws IOException, SQLException {
        store.close();
        Path file = folder.resolve("store").resolve("collector.sqlite");
        int format;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            format = row.getInt(1);
        }
        setFormat(file, 99);
        assertThatThrownBy(() -> open(folder.resolve("store"), InstantSource.system()))
                .hasMessageContaining("has the format 99");
        setFormat(file, format);
        openStore();
    }

    private static void setFormat(Path file, int format) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + format);
        }
    }

    @Test
    void who_has_a_damaged_store_is_told_what_to_do() throws IOException {
        store.add(anonymous(event(TODAY, "{}", 1))).join();
        store.close();
        Path file = folder.resolve("store").resolve("collector.sqlite");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0xff);
        Files.write(file, bytes);
        assertThatThrownBy(() -> {
                    try (Store damaged = open(folder.resolve("store"), Batches.CLOCK)) {
                        count(damaged);
                    }
                })
                .hasMessageContaining("SQLITE_CORRUPT. The store is damaged.")
                .hasMessageContaining("put the last backup as collector.sqlite into an empty folder");
        Files.delete(file);
        openStore();
    }

    @Test
    void with_too_little_room_nothing_more_is_taken_and_what_is_there_stays() throws IOException {
        store.add(anonymous(event(TODAY, "{}", 1))).join();
        store.close();
        store = SqliteStore.open(folder.resolve("store"), Long.MAX_VALUE, InstantSource.system());
        assertThat(store.isWell()).isFalse();
        assertThatThrownBy(() -> store.add(anonymous(event(TODAY, "{}", 1))).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreFullException.class);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void the_folder_is_its_owners_alone() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("store"))).hasSize(3);
    }
}
