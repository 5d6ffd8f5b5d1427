package vn.tthc.platform.consume.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The tables of consumers. */
final class ConsumerTables {
    private static final String RECORD = "topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,"
            + " key TEXT, headers BLOB NOT NULL, value BLOB";

    private static final List<String> DDL = List.of(
            "CREATE TABLE IF NOT EXISTS consumer_positions (consumer TEXT NOT NULL, stream TEXT NOT NULL,"
                    + " version INTEGER NOT NULL, PRIMARY KEY (consumer, stream)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS consumer_offsets (consumer TEXT NOT NULL, topic TEXT NOT NULL,"
                    + " partition INTEGER NOT NULL, next INTEGER NOT NULL, epoch INTEGER,"
                    + " PRIMARY KEY (consumer, topic, partition)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS consumer_held (consumer TEXT NOT NULL, stream TEXT NOT NULL,"
                    + " version INTEGER NOT NULL, dossier TEXT NOT NULL, held_at INTEGER NOT NULL, " + RECORD
                    + ", PRIMARY KEY (consumer, stream, version))",
            "CREATE INDEX IF NOT EXISTS consumer_held_dossier ON consumer_held (consumer, dossier)",
            "CREATE TABLE IF NOT EXISTS consumer_waiting (consumer TEXT NOT NULL, stream TEXT NOT NULL,"
                    + " dossier TEXT NOT NULL, tries INTEGER NOT NULL, due INTEGER NOT NULL, since INTEGER NOT NULL,"
                    + " PRIMARY KEY (consumer, stream)) WITHOUT ROWID",
            "CREATE INDEX IF NOT EXISTS consumer_waiting_due ON consumer_waiting (consumer, due)",
            "CREATE TABLE IF NOT EXISTS consumer_parked (id INTEGER PRIMARY KEY AUTOINCREMENT, consumer TEXT NOT NULL,"
                    + " dossier TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL, reason TEXT NOT NULL,"
                    + " attempts INTEGER NOT NULL, parked_at INTEGER NOT NULL, " + RECORD
                    + ", UNIQUE (consumer, stream, version))",
            "CREATE INDEX IF NOT EXISTS consumer_parked_dossier ON consumer_parked (consumer, dossier, id)",
            "CREATE TABLE IF NOT EXISTS consumer_skipped (id INTEGER PRIMARY KEY AUTOINCREMENT, consumer TEXT NOT NULL,"
                    + " dossier TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL,"
                    + " parked_reason TEXT NOT NULL, skip_reason TEXT NOT NULL, actor TEXT NOT NULL,"
                    + " skipped_at INTEGER NOT NULL, " + RECORD + ")");

    /** Every table; each has a column {@code consumer}. */
    static final List<String> ALL = List.of(
            "consumer_positions",
            "consumer_offsets",
            "consumer_held",
            "consumer_waiting",
            "consumer_parked",
            "consumer_skipped");

    private ConsumerTables() {}

    /** Creates what is missing; answers how many statements that took. */
    static int create(Connection connection) throws SQLException {
        for (String statement : DDL) {
            try (PreparedStatement ddl = connection.prepareStatement(statement)) {
                ddl.execute();
            }
        }
        return DDL.size();
    }
}
