package vn.tthc.platform.store.sqlite;

import java.util.List;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.sqlite.SqliteDocuments.Names;

/**
 * A collection with the statements about single documents of it, made once.
 *
 * @param spec the collection
 * @param fields every field that some index names, in the order of the parameters
 * @param get by id
 * @param insert content, version 1, the fields, id; nothing when it is there already
 * @param update content, next version, the fields, id, version
 * @param delete by id
 */
record DocumentTable(
        CollectionSpec spec, List<String> fields, String get, String insert, String update, String delete) {
    static DocumentTable of(CollectionSpec spec) {
        String table = Names.table(spec.name());
        List<String> fields = List.copyOf(SqliteDocuments.fields(spec));
        StringBuilder insert = new StringBuilder("INSERT INTO " + table + " (json, version");
        StringBuilder update = new StringBuilder("UPDATE " + table + " SET json=?, version=?");
        for (String field : fields) {
            insert.append(", ").append(Names.column(field));
            update.append(", ").append(Names.column(field)).append("=?");
        }
        insert.append(", id) VALUES (?, ?").append(", ?".repeat(fields.size())).append(", ?) ON CONFLICT DO NOTHING");
        update.append(" WHERE id=? AND version=?");
        return new DocumentTable(
                spec,
                fields,
                "SELECT version, json FROM " + table + " WHERE id=?",
                insert.toString(),
                update.toString(),
                "DELETE FROM " + table + " WHERE id=?");
    }
}
