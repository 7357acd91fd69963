package dev.vitrine.collector.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/**
 * The folder that an embedded store lives in, and the connections to the database in it. One process at a time may write.
 */
final class SqliteFiles implements AutoCloseable {
    private static final String DATABASE = "collector.sqlite";
    private static final String LOCK = "lock";
    private static final int FORMAT = 3;
    static final int BUSY_MILLISECONDS = 10_000;
    private static final int CACHE_KIBIBYTES = 32 * 1024;
    private static final int LOG_PAGES = 8_000;
    private static final int LOG_BYTES = 64 * 1024 * 1024;

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final FileStore disk;

    private SqliteFiles(Path folder, FileChannel lockFile, FileLock lock) throws IOException {
        this.folder = folder;
        this.disk = Files.getFileStore(folder);
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Makes the folder, which only its owner can read, if it is not there; refuses one that another process writes to. */
    static SqliteFiles open(Path folder) throws IOException {
        FileChannel file = lockFile(folder);
        useForNativeLibrary(folder);
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new IOException(
                    "Another collector writes to " + folder
                            + ". Stop it first, or name another folder: two would count every batch that is sent twice, twice.");
        }
        return new SqliteFiles(folder, file, lock);
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        try {
            createFolder(folder);
            return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw new IOException(
                    "Nothing can be kept in " + folder
                            + ": it has to be a folder that this user may write to, or one that"
                            + " can be made. Name another folder (--data).",
                    refused);
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** SQLite is a native library in a jar, which has to be a file to be loaded: nowhere but here. */
    private static void useForNativeLibrary(Path folder) {
        System.setProperty("org.sqlite.tmpdir", folder.toAbsolutePath().toString());
    }

    Path folder() {
        return folder;
    }

    /** The connection that writes; makes the tables in a database that is new. */
    Connection writer() throws SQLException, IOException {
        refuseEmptied(folder.resolve(DATABASE));
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setJournalMode(JournalMode.WAL);
        // A commit that was answered for survives the loss of power.
        config.setSynchronous(SynchronousMode.FULL);
        // No two threads use it at the same time, and SQLite need not see to that.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setJournalSizeLimit(LOG_BYTES);
        // What a connection has for itself is no file.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // The driver would ask for the last row's number after each statement.
        config.setGetGeneratedKeys(false);
        // What is deleted is overwritten.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        Connection connection = config.createConnection(url(folder.resolve(DATABASE)));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
            makeTables(connection, statement);
            return connection;
        } catch (SQLException | IOException failed) {
            connection.close();
            throw failed;
        }
    }

    /** SQLite would take it for a new database, and drop what its log holds; one that was ever opened here has a page. */
    private static void refuseEmptied(Path database) throws IOException {
        if (Files.exists(database) && Files.size(database) == 0) {
            throw new IOException(database + " has no bytes. " + SqliteProblem.DAMAGED);
        }
    }

    private void makeTables(Connection connection, Statement statement) throws SQLException, IOException {
        int format = number(statement, "PRAGMA user_version");
        if (format == FORMAT) {
            return;
        }
        if (format != 0) {
            throw new IOException("The store in " + folder + " has the format " + format
                    + ", and this version of the collector knows " + FORMAT + ". Use the version that wrote it.");
        }
        connection.setAutoCommit(false);
        for (String definition : schema().split(";\\s*\\n", -1)) {
            if (!definition.isBlank()) {
                statement.execute(definition);
            }
        }
        statement.execute("PRAGMA user_version = " + FORMAT);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static String schema() throws IOException {
        try (InputStream file = SqliteFiles.class.getResourceAsStream("schema.sql")) {
            if (file == null) {
                throw new IOException("The jar of the collector lacks its schema.sql.");
            }
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.getInt(1);
        }
    }

    /** Whether there is a store in a folder. */
    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(DATABASE));
    }

    /** A connection of its own to the store in a folder, also beside a process that writes. */
    static Connection connect(Path folder) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        return config.createConnection(url(folder.resolve(DATABASE)));
    }

    /** A connection that only reads. */
    Connection reader() throws SQLException {
        Connection connection = connect(folder);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = true");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private static String url(Path database) {
        return "jdbc:sqlite:" + database.toAbsolutePath();
    }

    /** How many bytes may still be written to the disk that the folder is on. */
    long usableBytes() throws IOException {
        return disk.getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
