package vn.tthc.platform.mongo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document of a view as it is stored. One that was removed leaves its version behind for a week, so that whoever wakes
 * up with an older change in hand cannot bring it back.
 *
 * @param id unique in its collection
 * @param version counts its changes
 * @param json its content, null for one that was removed
 * @param indexed a String or Long for every field the collection's indexes name
 */
record StoredDocument(String id, long version, @Nullable String json, Map<String, Object> indexed) {
    static final String VERSION = "v";
    static final String GONE_AT = "goneAt";
    private static final String JSON = "json";
    private static final String FIELDS = "f";

    /** The path of an indexed field. */
    static String path(String field) {
        return FIELDS + "." + field;
    }

    static StoredDocument of(Document stored) {
        Map<String, Object> indexed = new HashMap<>();
        Document fields = stored.get(FIELDS, Document.class);
        if (fields != null) {
            indexed.putAll(fields);
        }
        return new StoredDocument(stored.getString("_id"), stored.getLong(VERSION), stored.getString(JSON), indexed);
    }

    boolean isThere() {
        return json != null;
    }

    Optional<vn.tthc.platform.store.Document> asDocument() {
        return json == null ? Optional.empty() : Optional.of(new vn.tthc.platform.store.Document(id, version, json));
    }

    Document stored(Instant now) {
        Document stored = new Document("_id", id).append(VERSION, version);
        return json == null
                ? stored.append(GONE_AT, new BsonDateTime(now.toEpochMilli()))
                : stored.append(JSON, json).append(FIELDS, new Document(indexed));
    }
}
