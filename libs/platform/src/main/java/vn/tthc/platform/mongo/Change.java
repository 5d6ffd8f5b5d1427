package vn.tthc.platform.mongo;

import java.util.Map;
import org.bson.Document;

/**
 * A change of one document, by compare-and-set, so that it is done once however often it is carried out.
 *
 * @param collection its collection
 * @param base the version that it follows, 0 when nothing was there
 * @param afterGone whether that version is the trace of a removed document, which may have vanished meanwhile
 * @param document what the document is after it
 */
record Change(String collection, long base, boolean afterGone, StoredDocument document) {

    Document written() {
        Document written = new Document("c", collection)
                .append("i", document.id())
                .append("b", base)
                .append("g", afterGone)
                .append("v", document.version());
        return document.json() == null
                ? written
                : written.append("j", document.json()).append("f", new Document(document.indexed()));
    }

    static Change read(Document written) {
        Document fields = written.get("f", Document.class);
        StoredDocument document = new StoredDocument(
                written.getString("i"),
                written.getLong("v"),
                written.getString("j"),
                fields == null ? Map.of() : Map.copyOf(fields));
        return new Change(written.getString("c"), written.getLong("b"), written.getBoolean("g", false), document);
    }
}
