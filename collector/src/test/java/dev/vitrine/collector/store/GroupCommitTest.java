package dev.vitrine.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that do not end as they should: nothing is then counted twice, or not at all, and the next one is whole. */
class GroupCommitTest {
    private static final int TODAY = 20_778;

    @TempDir
    private Path folder;

    private final AtomicBoolean reportedAsFailed = new AtomicBoolean();
    private SqliteFiles files;
    private Connection connection;
    private GroupCommit writer;

    @BeforeEach
    void open() throws IOException, SQLException {
        files = SqliteFiles.open(folder);
        writer = new GroupCommit(this::session, new NoUpkeep());
        writer.start();
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        files.close();
    }

    /** With a connection that can be told to report a commit that is done as failed. */
    private WriteSession session() throws SQLException, IOException {
        connection = files.writer();
        return new WriteSession((Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (method.getName().equals("commit") && reportedAsFailed.compareAndSet(true, false)) {
                            throw new SQLException("the log could not be tidied up");
                        }
                        return result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private static final class NoUpkeep implements GroupCommit.Upkeep {
        @Override
        public void run(WriteSession session, GroupCommit.Occasion occasion) {
            // What is to be folded, the tests fold.
        }

        @Override
        public void requireRoom() {
            // There is always room, as far as can be seen beforehand.
        }
    }

    private Stored add(NewBatch batch) {
        return writer.submit(changes -> changes.add(Arrival.of(batch), TODAY)).join();
    }

    /** Adds many in one transaction. */
    private List<Stored> addTogether(List<NewBatch> batches) {
        return writer.submit(changes -> {
                    List<Stored> outcomes = new ArrayList<>();
                    for (NewBatch batch : batches) {
                        outcomes.add(changes.add(Arrival.of(batch), TODAY));
                    }
                    return outcomes;
                })
                .join();
    }

    private void fold() {
        writer.submit(changes -> changes.fold(System.nanoTime())).join();
    }

    private void foldAll() {
        long before = System.nanoTime();
        boolean more = true;
        while (more) {
            more = writer.submit(changes -> changes.fold(before)).join();
        }
    }

    private static NewBatch batch(char digit, String payload) {
        return new NewBatch(
                String.valueOf(digit).repeat(32),
                null,
                new Release("1.0.0", "linux", "x86_64"),
                90,
                List.of(new EventCount("edit-tool-outcome", TODAY, payload, 10)));
    }

    private long counted() {
        return number("SELECT sum(events) FROM anonymous");
    }

    private long number(String query) {
        return writer.submit(changes -> {
                    try (Statement statement = connection.createStatement();
                            var row = statement.executeQuery(query)) {
                        return row.getLong(1);
                    }
                })
                .join();
    }

    @Test
    void a_batch_is_recognised_that_others_have_had_folded_after_it_was_looked_up() throws IOException, SQLException {
        NewBatch known = batch('7', "{}");
        NewBatch other = batch('8', "{}");
        try (WriteSession session = new WriteSession(files.writer())) {
            session.begin();
            session.add(Arrival.of(known), TODAY);
            session.commit();
            session.begin();
            session.expect(Arrival.of(other));
            session.expect(Arrival.of(known));
            assertThat(session.add(Arrival.of(other), TODAY)).isEqualTo(Stored.COUNTED);
            while (session.fold(System.nanoTime())) {
                assertThat(session.somethingWaits()).isTrue();
            }
            assertThat(session.add(Arrival.of(known), TODAY)).isEqualTo(Stored.SEEN_BEFORE);
            session.commit();
        }
    }

    @Test
    void a_batch_that_was_stored_although_its_commit_failed_is_counted_once_when_it_comes_again() {
        reportedAsFailed.set(true);
        assertThatThrownBy(() -> add(batch('1', "{}"))).isInstanceOf(CompletionException.class);
        assertThat(add(batch('1', "{}"))).isEqualTo(Stored.SEEN_BEFORE);
        assertThat(add(batch('2', "{}"))).isEqualTo(Stored.COUNTED);
        foldAll();
        assertThat(counted()).isEqualTo(20);
    }

    @Test
    void who_asked_for_what_had_come_has_it_folded_also_when_the_journal_was_read_again_meanwhile() {
        add(batch('1', "{}"));
        long asked = System.nanoTime();
        reportedAsFailed.set(true);
        assertThatThrownBy(() -> add(batch('2', "{}"))).isInstanceOf(CompletionException.class);
        writer.submit(changes -> changes.fold(asked)).join();
        assertThat(counted()).isEqualTo(20);
    }

    @Test
    void the_connection_of_a_session_that_failed_is_closed() throws SQLException {
        Connection first = connection;
        reportedAsFailed.set(true);
        assertThatThrownBy(() -> add(batch('1', "{}"))).isInstanceOf(CompletionException.class);
        assertThat(add(batch('2', "{}"))).isEqualTo(Stored.COUNTED);
        assertThat(first.isClosed()).isTrue();
        assertThat(connection.isClosed()).isFalse();
    }

    @Test
    void what_was_folded_although_the_commit_failed_is_not_folded_again() {
        add(batch('1', "{}"));
        reportedAsFailed.set(true);
        assertThatThrownBy(this::fold).isInstanceOf(CompletionException.class);
        fold();
        assertThat(counted()).isEqualTo(10);
    }

    @Test
    void a_portion_that_ends_where_its_generation_does_is_not_folded_again_by_who_reads_the_journal_again() {
        List<NewBatch> batches = new ArrayList<>();
        for (int i = 0; i < 3_996; i++) {
            NewBatch batch = batch('0', "{}");
            String id = String.format(Locale.ROOT, "%032x", i);
            batches.add(new NewBatch(id, null, batch.release(), batch.retentionDays(), batch.events()));
        }
        assertThat(addTogether(batches)).containsOnly(Stored.COUNTED);
        fold();
        assertThat(number("SELECT count(*) FROM batch")).isEqualTo(3_996);
        assertThat(number("SELECT done FROM folding")).isZero();
        reportedAsFailed.set(true);
        assertThatThrownBy(() -> add(batch('2', "{}"))).isInstanceOf(CompletionException.class);
        foldAll();
        assertThat(addTogether(batches)).containsOnly(Stored.SEEN_BEFORE);
        assertThat(counted()).isEqualTo(39_970);
        assertThat(number("SELECT count(*) FROM journal")).isZero();
    }

    @Test
    void the_ids_of_batches_that_were_folded_in_part_are_all_known_to_who_reads_the_journal_again() {
        Random random = new Random(5);
        List<NewBatch> batches = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            // All with the same first byte.
            String id = String.format(Locale.ROOT, "%016x%016x", random.nextLong() >>> 8, random.nextLong());
            NewBatch batch = batch('0', "{}");
            batches.add(new NewBatch(id, null, batch.release(), batch.retentionDays(), batch.events()));
        }
        assertThat(addTogether(batches)).containsOnly(Stored.COUNTED);
        fold();
        assertThat(number("SELECT count(*) FROM batch")).isEqualTo(3_996);
        reportedAsFailed.set(true);
        assertThatThrownBy(() -> add(batch('2', "{}"))).isInstanceOf(CompletionException.class);
        foldAll();
        assertThat(number("SELECT count(*) FROM batch")).isEqualTo(10_001);
        assertThat(addTogether(batches)).containsOnly(Stored.SEEN_BEFORE);
        assertThat(counted()).isEqualTo(100_010);
    }

    @Test
    void what_was_folded_in_part_is_folded_to_the_end_by_who_reads_the_journal_again_and_nothing_is_left_there() {
        List<EventCount> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(new EventCount("edit-tool-outcome", TODAY, "{\"a\":" + i + '}', 10));
        }
        add(new NewBatch("1".repeat(32), null, new Release("1.0.0", "linux", "x86_64"), 90, many));
        fold();
        assertThat(counted()).isEqualTo(10_000);
        reportedAsFailed.set(true);
        assertThatThrownBy(() -> add(batch('2', "{}"))).isInstanceOf(CompletionException.class);
        for (int more = 0; more < 5; more++) {
            fold();
        }
        assertThat(counted()).isEqualTo(25_010);
        assertThat(number("SELECT count(*) FROM journal")).isZero();
        assertThat(number("SELECT count(*) FROM batch")).isEqualTo(2);
        assertThat(add(batch('2', "{}"))).isEqualTo(Stored.SEEN_BEFORE);
    }

    @Test
    void after_a_full_disk_what_comes_again_is_taken_and_counted_once_without_a_restart() {
        add(batch('1', "{}"));
        writer.submit(changes -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute("PRAGMA max_page_count = 1");
                    }
                })
                .join();
        NewBatch large = batch('2', "{\"a\":\"" + "x".repeat(100_000) + "\"}");
        assertThatThrownBy(() -> add(large)).hasCauseInstanceOf(StoreFullException.class);
        assertThat(add(large)).isEqualTo(Stored.COUNTED);
        foldAll();
        assertThat(counted()).isEqualTo(20);
    }

    @Test
    void after_a_transaction_that_sqlite_has_rolled_back_by_itself_the_next_one_is_whole() {
        assertThatThrownBy(() -> writer.submit(changes -> {
                            changes.add(Arrival.of(batch('1', "{}")), TODAY);
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("ROLLBACK");
                            }
                            throw new SQLException("the disk is full");
                        })
                        .join())
                .isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> writer.submit(changes -> {
                            changes.add(Arrival.of(batch('1', "{}")), TODAY);
                            throw new SQLException("something else");
                        })
                        .join())
                .isInstanceOf(CompletionException.class);
        assertThat(add(batch('1', "{}"))).isEqualTo(Stored.COUNTED);
        fold();
        assertThat(counted()).isEqualTo(10);
    }
}
