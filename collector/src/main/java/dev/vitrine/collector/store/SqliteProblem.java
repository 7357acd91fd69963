package dev.vitrine.collector.store;

import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean for who wanted something stored. */
final class SqliteProblem {
    /** What to do about a database that is none, or no longer one. */
    static final String DAMAGED =
            "The store is damaged. Stop the collector, set the folder aside, put the last backup as"
                    + " collector.sqlite into an empty folder, and start with --data and that folder; without a backup, start with"
                    + " an empty one.";

    private SqliteProblem() {}

    /** No room is a {@link StoreFullException}, everything else an {@link IOException}. */
    static Exception of(SQLException problem) {
        SQLiteErrorCode code =
                problem instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            // A write that fails half-way is a full disk or a quota, for which systems have more than one error.
            case SQLITE_FULL, SQLITE_IOERR_WRITE -> new StoreFullException("SQLite says " + code.name() + ".");
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new IOException("SQLite says " + code.name() + ". " + DAMAGED);
            // The message is left out where it could quote what was to be stored.
            default -> new IOException("SQLite says " + code.name() + '.');
        };
    }
}
