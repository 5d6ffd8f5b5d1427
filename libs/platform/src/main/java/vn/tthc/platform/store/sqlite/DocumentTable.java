package vn.tthc.platform.store.sqlite;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.sqlite.SqliteDocuments.Names;

/** A collection with the statements about single documents of it, made once. */
final class DocumentTable {
    /** A view changes its fields in a few ways only; should one come that does not, it changes all of them every time. */
    private static final int MOST_UPDATES = 32;

    private final CollectionSpec spec;
    private final String table;
    private final List<String> fields;
    private final String get;
    private final String indexed;
    private final String insert;
    private final String delete;
    private final Map<List<String>, String> updates = new ConcurrentHashMap<>();

    DocumentTable(CollectionSpec spec) {
        this.spec = spec;
        this.table = Names.table(spec.name());
        this.fields = List.copyOf(SqliteDocuments.fields(spec));
        StringBuilder columns = new StringBuilder();
        fields.forEach(field -> columns.append(", ").append(Names.column(field)));
        this.get = "SELECT version, json FROM " + table + " WHERE id=?";
        this.indexed = "SELECT version" + columns + " FROM " + table + " WHERE id=?";
        this.insert = "INSERT INTO " + table + " (json, version" + columns + ", id) VALUES (?, ?"
                + ", ?".repeat(fields.size()) + ", ?) ON CONFLICT DO NOTHING";
        this.delete = "DELETE FROM " + table + " WHERE id=?";
    }

    CollectionSpec spec() {
        return spec;
    }

    /** Every field that some index names, in the order of the parameters. */
    List<String> fields() {
        return fields;
    }

    /** Version and content by id. */
    String get() {
        return get;
    }

    /** Version and the fields by id. */
    String indexed() {
        return indexed;
    }

    /** Content, version 1, the fields, id; nothing when it is there already. */
    String insert() {
        return insert;
    }

    /** By id. */
    String delete() {
        return delete;
    }

    /** Fields that have to be written when these have changed. */
    List<String> written(List<String> changed) {
        return updates.containsKey(changed) || updates.size() < MOST_UPDATES ? changed : fields;
    }

    /** Content, next version, these fields, id, version. */
    String update(List<String> written) {
        return updates.computeIfAbsent(written, these -> {
            StringBuilder update = new StringBuilder("UPDATE " + table + " SET json=?, version=?");
            these.forEach(
                    field -> update.append(", ").append(Names.column(field)).append("=?"));
            return update.append(" WHERE id=? AND version=?").toString();
        });
    }
}
