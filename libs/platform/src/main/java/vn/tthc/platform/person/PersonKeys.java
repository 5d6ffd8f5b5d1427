package vn.tthc.platform.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.person.PersonKey;
import vn.tthc.platform.sqlite.Database;

/**
 * The wrapped keys this service holds, in its file. Of a forgotten person the row stays without its key, so that a key that comes
 * once more does not bring the person back. The column {@code published} is null before a key, or the tombstone of a
 * forgotten one, is on the topic, the moment when this service put it there, or 0 for one that came from there.
 */
final class PersonKeys implements HeldKeys {
    private final Database database;

    PersonKeys(Database database) {
        this.database = database;
        database.write(PersonKeys::createTables);
    }

    /** A key that came or went on the topic; {@code key} is null when the person is to be forgotten. */
    record Change(String person, @Nullable PersonKey key) {}

    private static boolean createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists person_keys(person text primary key, wrapped text,"
                    + " master_version integer, published integer) without rowid");
            statement.execute("create index if not exists person_keys_version on person_keys(master_version)");
            statement.execute("create index if not exists person_keys_published on person_keys(published)");
            return statement.execute("create table if not exists person_key_offsets("
                    + "topic_partition integer primary key, next_offset integer not null)");
        }
    }

    @Override
    public void add(PersonKey key) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into person_keys(person, wrapped, master_version, published) values (?, ?, ?, null)")) {
                bind(insert, key);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<PersonKey> find(String person) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select person, wrapped, master_version from person_keys"
                            + " where person = ? and wrapped is not null")) {
                select.setString(1, person);
                return list(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<PersonKey> onePerMasterKey() {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select min(person), wrapped, master_version from person_keys"
                            + " where wrapped is not null group by master_version")) {
                return list(select);
            }
        });
    }

    @Override
    public List<PersonKey> unpublished(int limit) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select person, wrapped, master_version from person_keys"
                            + " where published is null and wrapped is not null limit ?")) {
                select.setInt(1, limit);
                return list(select);
            }
        });
    }

    @Override
    public void markPublished(List<PersonKey> keys, long at) {
        database.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update person_keys set published = ? where person = ?")) {
                for (PersonKey key : keys) {
                    update.setLong(1, at);
                    update.setString(2, key.person());
                    update.executeUpdate();
                }
            }
            return keys.size();
        });
    }

    @Override
    public int publishLastAgain(long marginMillis) {
        return database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update person_keys set published = null"
                    + " where published >= (select max(published) from person_keys) - ? and published > 0")) {
                update.setLong(1, marginMillis);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public List<String> untold(int limit) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select person from person_keys where published is null and wrapped is null limit ?")) {
                select.setInt(1, limit);
                return persons(select);
            }
        });
    }

    @Override
    public void markTold(List<String> persons, long at) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update person_keys set published = ? where person = ? and wrapped is null")) {
                for (String person : persons) {
                    update.setLong(1, at);
                    update.setString(2, person);
                    update.executeUpdate();
                }
            }
            return persons.size();
        });
    }

    @Override
    public boolean isForgotten(String person) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select person from person_keys where person = ? and wrapped is null")) {
                select.setString(1, person);
                return !persons(select).isEmpty();
            }
        });
    }

    @Override
    public void erase(String person) {
        database.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "insert into person_keys(person, wrapped, master_version, published) values (?, null, null, 0)"
                            + " on conflict(person) do update set wrapped = null, master_version = null,"
                            + " published = case when published = 0 then 0 else null end"
                            + " where wrapped is not null")) {
                upsert.setString(1, person);
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public List<PersonKey> wrappedBefore(int masterVersion, int limit) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select person, wrapped, master_version from person_keys"
                            + " where master_version < ? and wrapped is not null limit ?")) {
                select.setInt(1, masterVersion);
                select.setInt(2, limit);
                return list(select);
            }
        });
    }

    @Override
    public long countWrappedBefore(int masterVersion) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select count(*) from person_keys where master_version < ? and wrapped is not null")) {
                select.setInt(1, masterVersion);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public void rewrap(List<PersonKey> keys) {
        database.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update person_keys set wrapped = ?, master_version = ?,"
                            + " published = case when published = 0 then 0 else null end"
                            + " where person = ? and master_version < ? and wrapped is not null")) {
                for (PersonKey key : keys) {
                    update.setString(1, key.wrapped());
                    update.setInt(2, key.masterKeyVersion());
                    update.setString(3, key.person());
                    update.setInt(4, key.masterKeyVersion());
                    update.executeUpdate();
                }
            }
            return keys.size();
        });
    }

    private static List<String> persons(PreparedStatement select) throws SQLException {
        List<String> persons = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                persons.add(rows.getString(1));
            }
        }
        return persons;
    }

    @Override
    public Map<Integer, Long> offsets() {
        return database.read(connection -> {
            Map<Integer, Long> offsets = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select topic_partition, next_offset from person_key_offsets")) {
                while (rows.next()) {
                    offsets.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return offsets;
        });
    }

    @Override
    public void apply(List<Change> changes, Map<Integer, Long> nextOffsets) {
        database.write(connection -> {
            for (Change change : changes) {
                if (change.key() == null) {
                    forget(connection, change.person());
                } else {
                    take(connection, change.key());
                }
            }
            return moveOn(connection, nextOffsets);
        });
    }

    @Override
    public void forget(String person) {
        database.write(connection -> forget(connection, person));
    }

    /** A key never changes; it may come again wrapped with a newer master key. */
    private static void take(Connection connection, PersonKey key) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "insert into person_keys(person, wrapped, master_version, published) values (?, ?, ?, 0)"
                        + " on conflict(person) do update set published = ifnull(published, 0),"
                        + " wrapped = case when excluded.master_version > master_version then excluded.wrapped"
                        + " else wrapped end, master_version = max(master_version, excluded.master_version)"
                        + " where wrapped is not null")) {
            bind(upsert, key);
            upsert.executeUpdate();
        }
    }

    private static int forget(Connection connection, String person) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "insert into person_keys(person, wrapped, master_version, published) values (?, null, null, 0)"
                        + " on conflict(person) do update set wrapped = null, master_version = null,"
                        + " published = ifnull(published, 0)")) {
            upsert.setString(1, person);
            return upsert.executeUpdate();
        }
    }

    private static int moveOn(Connection connection, Map<Integer, Long> nextOffsets) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement("insert into person_key_offsets(topic_partition, next_offset) values (?, ?)"
                        + " on conflict(topic_partition) do update set next_offset = excluded.next_offset")) {
            for (Map.Entry<Integer, Long> offset : nextOffsets.entrySet()) {
                upsert.setInt(1, offset.getKey());
                upsert.setLong(2, offset.getValue());
                upsert.executeUpdate();
            }
        }
        return nextOffsets.size();
    }

    private static void bind(PreparedStatement statement, PersonKey key) throws SQLException {
        statement.setString(1, key.person());
        statement.setString(2, key.wrapped());
        statement.setInt(3, key.masterKeyVersion());
    }

    private static List<PersonKey> list(PreparedStatement select) throws SQLException {
        List<PersonKey> keys = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                keys.add(new PersonKey(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
        return keys;
    }
}
